import { type ChangeSet, isByAccount } from '../../source/roster/plan/change-set.ts';
import type { Authorship } from '../authorship.ts';
import { type Applied, type Applying, applyChangeSet } from '../changes/apply.ts';
import type { Db } from '../sqlite/dialect.ts';
import { ClashesChanged, settleClashes } from './clashes.ts';
import { readLink } from './link.ts';
import { readPush, readSteps, scopeOf, setPushState, writeSteps } from './pushes.ts';
import { forgetUnsaid, markUnsaid } from './unsaid.ts';
import { readWaiting } from './waiting.ts';

/**
 * Applies a change set that somebody decided here, and with it, in one transaction, what of it is for the account and what it
 * decides on of what clashes with it. Throws as `applyChangeSet` does.
 */
export async function applyAndQueue(
  db: Db,
  changeSet: ChangeSet,
  by: Authorship,
  applying: Pick<Applying, 'onProgress'> = {},
): Promise<Applied> {
  try {
    return await applyChangeSet(db, changeSet, by, {
      ...applying,
      async alongside(trx, { id }) {
        if (changeSet.resolved) await settleClashes(trx, changeSet.resolved);
        await queuePush(trx, { ...changeSet, id, at: by.at });
      },
    });
  } catch (error) {
    if (error instanceof ClashesChanged) return { ok: false, reason: 'stale', changed: error.people };
    throw error;
  }
}

type Queued = Pick<ChangeSet, 'kind' | 'changes' | 'undoes'> & { id: number; at: string };

async function queuePush(trx: Db, { kind, changes, undoes, id, at }: Queued): Promise<void> {
  const link = await readLink(trx);
  if (!link?.read_at || isByAccount(kind)) return;
  await markUnsaid(trx, changes);
  await forgetUnsaid(trx, changes);
  const { steps, notSent } = await readWaiting(trx, await scopeOf(trx, id));
  const isChanged = new Set(
    changes.flatMap(change => Object.keys(change.fields).map(name => `${change.person_id} ${name}`)),
  );
  if (steps.length > 0 || notSent.some(({ person_id, field }) => isChanged.has(`${person_id} ${field}`))) {
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
