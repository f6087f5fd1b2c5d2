import { type Answer, refuse } from '../rules/answer.ts';
import type { Named } from '../rules/writes.ts';
import type { User } from '../state/state.ts';
import type { Call } from './operation.ts';

/** A row that can be done, or why not. */
export type Prepared<Done> = { commit: () => Done } | { refusal: Answer };

/** What was done, and what is answered instead of that. */
export interface BatchResult<Done> {
  done: Done[];
  refusal?: Answer;
}

/** Does the rows of a batch, as far as the account's mode lets it when one of them can't be done. */
export function runBatch<Row extends Named, Done>(
  { batches, refusal: refusalOf }: Pick<Call, 'batches' | 'refusal'>,
  rows: readonly Row[],
  prepare: (row: Row) => Prepared<Done>,
): BatchResult<Done> {
  const prepared = rows.map(row => {
    const refusal = refusalOf(row);
    return refusal ? { refusal } : prepare(row);
  });
  const bad = prepared.findIndex(row => 'refusal' in row);
  const commits = (some: readonly Prepared<Done>[]) =>
    some.flatMap(row => ('commit' in row ? [row.commit()] : []));
  if (bad < 0) return { done: commits(prepared) };
  const { refusal } = prepared[bad] as { refusal: Answer };
  if (batches === 'whole') return { done: [], refusal };
  if (batches === 'until-bad') return { done: commits(prepared.slice(0, bad)), refusal };
  const done = commits(prepared);
  // Silence is for what was done in part.
  return done.length > 0 ? { done } : { done, refusal };
}

/** A batch that does the same to each user of a list of IDs; `check` says why it can't be done to one. */
export function runForUsers(
  call: Pick<Call, 'state' | 'batches' | 'refusal'>,
  user_ids: readonly string[],
  commit: (user: User) => void,
  check: (user: User) => Answer | undefined = () => undefined,
): BatchResult<User> {
  const rows = user_ids.map(user_id => ({ user_id }));
  return runBatch(call, rows, ({ user_id }) => {
    const user = call.state.users.get(user_id);
    const refusal = user ? check(user) : refuse(400, 1004, `No user has the ID ${user_id}.`);
    if (refusal) return { refusal };
    return {
      commit() {
        commit(user!);
        return user!;
      },
    };
  });
}
