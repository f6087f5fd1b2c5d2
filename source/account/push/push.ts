import { noteAnswer, readLink } from '../../../db/account/link.ts';
import {
  countSteps,
  deleteStep,
  readRefusals,
  readSteps,
  readUnsure,
  scopeOf,
  setPushState,
  setStepState,
  waitingPushes,
  writeSteps,
} from '../../../db/account/pushes.ts';
import { dropPlaces } from '../../../db/account/remote.ts';
import { readWaiting } from '../../../db/account/waiting.ts';
import type { Authorship } from '../../../db/authorship.ts';
import { lastChangeSetId } from '../../../db/history/news.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { PushState } from '../../roster/push/push-state.ts';
import { withoutRefused } from '../../roster/push/without-refused.ts';
import { byAccount } from '../pull/pulled-sets.ts';
import { now, type Pushing } from './pushing.ts';
import { readBack } from './read-back.ts';
import { sendStep } from './send-step.ts';
import { settle } from './settle.ts';
import { takeBack } from './take-back.ts';

/**
 * Sends what waits, change set by change set, the oldest first; up to one of them where that is given. Whoever calls holds the lock of
 * the account. Throws AccountError and BusyError; then the rest waits.
 */
export async function pushWaiting(pushing: Pushing, upTo?: number): Promise<void> {
  await decideUnsure(pushing);
  for (const id of await waitingPushes(pushing.roster.read, upTo)) await pushSet(pushing, id);
}

/** What a process left that died while it sent: the account is asked whether it has it. */
export async function decideUnsure(pushing: Pushing): Promise<void> {
  const { roster } = pushing;
  for (const { change_set_id, ...kept } of await readUnsure(roster.read)) {
    await inTransaction(pushing, trx => setStepState(trx, kept, 'unknown', now()));
    const rest = await readBack(pushing, kept.step, change_set_id);
    await inTransaction(pushing, trx =>
      // What is left of it is planned anew, with all else of its set.
      rest ? deleteStep(trx, kept.push_step_id) : setStepState(trx, kept, 'done', now()),
    );
  }
}

async function pushSet(pushing: Pushing, id: number): Promise<void> {
  const { roster, signal } = pushing;
  let planned = '';
  for (;;) {
    signal.throwIfAborted();
    // Somebody may have changed the same meanwhile, or taken it back.
    const refusals = await readRefusals(roster.read, id);
    const facts = `${await lastChangeSetId(roster.read)} ${refusals.length}`;
    if (facts !== planned)
      await inTransaction(pushing, async trx => {
        const { steps } = await readWaiting(trx, await scopeOf(trx, id));
        await writeSteps(trx, id, withoutRefused(steps, refusals), now());
      });
    planned = facts;
    const { done, refused, total } = await countSteps(roster.read, id);
    pushing.onCall(id, done + refused, total);
    const [next] = await readSteps(roster.read, id, ['waiting']);
    if (!next) break;
    await sendStep(pushing, id, next);
    if ((await readLink(roster.read))?.failure) await inTransaction(pushing, noteAnswer);
  }
  await settle(pushing, id);
  await conclude(pushing, id, byAccount());
}

/** Takes back what was refused of a set, and says how far it came. */
export async function conclude(pushing: Pushing, id: number, by: Authorship): Promise<void> {
  const { roster } = pushing;
  const refusals = await readRefusals(roster.read, id);
  if (refusals.length > 0) await takeBack(roster, id, refusals, by);
  const { done } = await countSteps(roster.read, id);
  const people = (await scopeOf(roster.read, id))?.people ?? [];
  await inTransaction(pushing, async trx => {
    await dropPlaces(trx, people);
    await setPushState(trx, id, { state: stateOf(done, refusals.length), changed_at: now() });
  });
}

function stateOf(done: number, refused: number): PushState {
  if (refused > 0) return done > 0 ? 'in_part' : 'refused';
  return done > 0 ? 'pushed' : 'canceled';
}

async function inTransaction<T>({ roster }: Pushing, work: (trx: Db) => Promise<T>): Promise<T> {
  return await roster.write().transaction().execute(work);
}
