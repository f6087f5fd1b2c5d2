import { noteFailure, readLink } from '../../../db/account/link.ts';
import {
  countSteps,
  type Push,
  type PushRefusal,
  readPush,
  readRefusals,
  scopeOf,
} from '../../../db/account/pushes.ts';
import { BusyError } from '../../../db/sqlite/lock-retry.ts';
import { peopleRows } from '../../../db/users/users.ts';
import { AccountError } from '../../account/client/account-error.ts';
import { createNaming } from '../../account/push/names.ts';
import { pushWaiting } from '../../account/push/push.ts';
import type { Pushing } from '../../account/push/pushing.ts';
import { counted, listed, number } from '../../roster/text/words.ts';
import { Interrupted } from '../shell/leaving.ts';
import type { Common } from '../shell/options.ts';
import { Refusal } from '../shell/refusal.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';
import { type Connection, lockConnected, withConnection } from './with-account.ts';

/** What became of a change set at the account. */
export interface Fate {
  push: Push;
  /** How many users it is about, and how many of its calls are done. */
  users: number;
  done: number;
  calls: number;
  refusals: (PushRefusal & { user_email: string | null })[];
  /** Why it waits, as a sentence; null where it does not. */
  failure: string | null;
  /** The exit code, where a signal said to leave. */
  interrupted: number | null;
}

/** Sends a change set, and those before it, as far as the account is there; null where it is for the roster alone. */
export async function pushAndWait(work: Work, id: number, options: Common): Promise<Fate | null> {
  const { roster } = work;
  if ((await readPush(roster.read, id)) === null) return null;
  const ended = await tried(work, () =>
    withConnection(work, options, connection => pushNow(work, connection, id)),
  );
  return { ...(await fateOf(work, id)), ...ended };
}

/** Sends what waits, up to a change set where one is given, as the one process that talks to the account. Throws AccountError. */
export async function pushNow(work: Work, connection: Connection, upTo?: number): Promise<void> {
  const { progress } = connection;
  const lock = await lockConnected(work, connection);
  try {
    await pushWaiting(pushingWith(work, connection), upTo);
  } finally {
    lock.release();
    progress.clear();
  }
}

/** What a push works with, which tells on the progress line how far it is. The caller holds the lock of the account. */
export function pushingWith({ roster }: Work, { client, progress, leaving: signal }: Connection): Pushing {
  return {
    ...{ roster, client, signal, naming: createNaming(client, roster.read) },
    onCall: (id, done, of) => progress.show(`Change set ${id}: ${number(done)} of ${counted(of, 'call')}`),
  };
}

/** What is in the way is no failure of the change: that is written, and waits. */
async function tried(
  { roster }: Work,
  push: () => Promise<void>,
): Promise<Pick<Fate, 'failure' | 'interrupted'>> {
  try {
    await push();
    return { failure: null, interrupted: null };
  } catch (error) {
    if (error instanceof Interrupted) return { failure: null, interrupted: error.exitCode };
    if (!(error instanceof AccountError || error instanceof Refusal || error instanceof BusyError))
      throw error;
    if (error instanceof AccountError)
      await roster
        .write()
        .transaction()
        .execute(trx => noteFailure(trx, new Date().toISOString(), error.message));
    return { failure: error.message, interrupted: null };
  }
}

/** What is known of a change set at the account. Throws Refusal where it is for the roster alone. */
export async function fateOf({ roster }: Work, id: number): Promise<Omit<Fate, 'interrupted'>> {
  const push = await readPush(roster.read, id);
  if (!push) throw new Refusal(`Change set ${id} is for the roster alone. See: roster push --list`);
  const refusals = await readRefusals(roster.read, id);
  const people = await peopleRows(
    roster.read,
    refusals.flatMap(({ person_id }) => person_id ?? []),
  );
  const emails = new Map(people.map(row => [row.person_id, row.user_email]));
  const failure = (await readLink(roster.read))?.failure ?? null;
  const { done, total: calls } = await countSteps(roster.read, id);
  return {
    ...{ push, done, calls },
    users: (await scopeOf(roster.read, id))?.users.size ?? 0,
    failure: push.state === 'waiting' ? failure : null,
    refusals: refusals.map(refusal => ({
      ...refusal,
      user_email: refusal.person_id === null ? null : (emails.get(refusal.person_id) ?? null),
    })),
  };
}

/** What became of it in sentences, the reasons by name. */
export function fateLines(work: Work, fate: Fate, options: Common): string[] {
  const { push, refusals, failure, done, calls } = fate;
  const { change_set_id, state, refused_set_id } = push;
  const back = refused_set_id === null ? '' : ` Taken back here by change set ${refused_set_id}.`;
  const reasons = [...Map.groupBy(refusals, ({ reason }) => reason)].map(([reason, some]) => {
    const users = [...new Set(some.flatMap(({ user_email }) => user_email ?? []))];
    return users.length > 0 ? `${listed(users)}: ${reason}` : reason;
  });
  switch (state) {
    case 'pushed':
      return ['The account has it.'];
    case 'canceled':
      return ['Nothing of it had to be sent.'];
    case 'waiting': {
      const why = failure === null ? '' : ` ${failure}`;
      const far = done > 0 ? `${number(done)} of ${counted(calls, 'call')} done; the rest waits` : 'Waits';
      return [`${far} to be sent.${why} Send it: roster push ${change_set_id}${dbOption(work.io, options)}`];
    }
    case 'refused':
      return [`The account refused it.${back}`, ...reasons];
    case 'given_up':
      return [`Given up.${back}`, ...reasons];
    default:
      return [`${partText(fate)}.${back}`, ...reasons];
  }
}

/** `18 of 20 users went through`; of what is not about users, or about one alone, only that a part is missing. */
function partText({ users, refusals }: Fate): string {
  const refused = new Set(refusals.flatMap(({ person_id }) => person_id ?? [])).size;
  const through = users - refused;
  return through > 0 && refused > 0
    ? `${number(through)} of ${counted(users, 'user')} went through`
    : 'The account did not take all of it';
}

/** The same for scripts. */
export function fateJson({ push, refusals, failure }: Fate) {
  const { change_set_id: id, state, refused_set_id } = push;
  return {
    ...{ id, state },
    taken_back_by: refused_set_id,
    failure,
    refused: refusals.map(({ user_email, code, reason, state: kind }) => ({
      user_email,
      kind,
      code,
      reason,
    })),
  };
}
