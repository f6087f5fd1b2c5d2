import { type ChangeSet, isByAccount } from '../../source/roster/plan/change-set.ts';
import type { Authorship } from '../authorship.ts';
import { type Applied, type Applying, applyChangeSet } from '../changes/apply.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readLink } from './link.ts';
import { readPush, readSteps, scopeOf, setPushState, writeSteps } from './pushes.ts';
import { forgetUnsaid, markUnsaid } from './unsaid.ts';
import { readWaiting } from './waiting.ts';

/**
 * Applies a change set that somebody decided here, and with it, in one transaction, what of it is for the account. Throws as
 * `applyChangeSet` does.
 */
export async function applyAndQueue(
  db: Db,
  changeSet: ChangeSet,
  by: Authorship,
  applying: Pick<Applying, 'onProgress'> = {},
): Promise<Applied> {
  return await applyChangeSet(db, changeSet, by, {
    ...applying,
    alongside: (trx, { id }) => queuePush(trx, { ...changeSet, id, at: by.at }),
  });
}

type Queued = Pick<ChangeSet, 'kind' | 'changes' | 'undoes'> & { id: number; at: string };

async function queuePush(trx: Db, { kind, changes, undoes, id, at }: Queued): Promise<void> {
  const link = await readLink(trx);
  if (!link?.read_at || isByAccount(kind)) return;
  await markUnsaid(trx, changes);
  await forgetUnsaid(trx, changes, { isUndo: undoes !== undefined });
  const { steps } = await readWaiting(trx, await scopeOf(trx, id));
  if (steps.length > 0) {
    await trx.insertInto('pushes').values({ change_set_id: id, state: 'waiting', changed_at: at }).execute();
    await writeSteps(trx, id, steps, at);
  }
  if (undoes !== undefined) await cancelUnsent(trx, undoes, at);
}

/** What was taken back before anything of it was sent needs no call any more. */
async function cancelUnsent(trx: Db, undone: number, at: string): Promise<void> {
  const push = await readPush(trx, undone);
  if (push?.state !== 'waiting') return;
  const begun = await readSteps(trx, undone, ['sending', 'unknown', 'done', 'refused']);
  const { steps } = await readWaiting(trx, await scopeOf(trx, undone));
  await writeSteps(trx, undone, steps, at);
  if (begun.length === 0 && steps.length === 0)
    await setPushState(trx, undone, { state: 'canceled', changed_at: at });
}
