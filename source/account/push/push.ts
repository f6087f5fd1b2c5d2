import { noteAnswer, readLink } from '../../../db/account/link.ts';
import {
  countSteps,
  isInForce,
  readRefusals,
  readSteps,
  readUnsure,
  scopeOf,
  setPushState,
  setStepState,
  waitingPushes,
  writeSteps,
} from '../../../db/account/pushes.ts';
import { addRefusals } from '../../../db/account/refusals.ts';
import { dropStaging } from '../../../db/account/staging.ts';
import { dropPlaces } from '../../../db/account/unsaid.ts';
import { readWaiting } from '../../../db/account/waiting.ts';
import type { Authorship } from '../../../db/authorship.ts';
import { lastChangeSetId } from '../../../db/history/news.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { PushState } from '../../roster/push/push-state.ts';
import { withoutRefused } from '../../roster/push/without-refused.ts';
import { AccountError } from '../client/account-error.ts';
import { byAccount } from '../pull/pulled-sets.ts';
import { noteSettled } from './note-settled.ts';
import { inTransaction, now, type Pushing } from './pushing.ts';
import { readBack } from './read-back.ts';
import { sendStep } from './send-step.ts';
import { settle } from './settle.ts';
import { takeBack } from './take-back.ts';
import { clashesOf, unsendable } from './unsent-fields.ts';

/**
 * Sends what waits, change set by change set, the oldest first; up to one of them where that is given. Whoever calls holds the lock of
 * the account. Throws AccountError and BusyError; then the rest waits.
 */
export async function pushWaiting(pushing: Pushing, upTo?: number): Promise<void> {
  // A reading that was ended would go on with what the account had before.
  dropStaging(pushing.roster.path);
  await decideUnsure(pushing);
  let last: unknown = null;
  for (const id of await waitingPushes(pushing.roster.read, upTo))
    try {
      await pushSet(pushing, id);
    } catch (error) {
      // One that can't be brought to its end does not keep the others waiting.
      if (!(error instanceof AccountError && error.code === 'refused')) throw error;
      last = error;
    }
  if (last) throw last;
}

/** What a process left that died while it sent: the account is asked whether it has it. */
export async function decideUnsure(pushing: Pushing): Promise<void> {
  const { roster } = pushing;
  for (const { change_set_id, ...kept } of await readUnsure(roster.read)) {
    await inTransaction(roster, trx => setStepState(trx, kept, 'unknown', now()));
    // What is left of it waits, and is planned anew with all else of its set.
    await noteSettled(pushing, change_set_id, kept, await readBack(pushing, kept.step, change_set_id));
  }
}

async function pushSet(pushing: Pushing, id: number): Promise<void> {
  const { roster, signal } = pushing;
  let planned = '';
  for (;;) {
    signal.throwIfAborted();
    // Somebody may have changed the same meanwhile, or taken it back.
    const refusals = await readRefusals(roster.read, id);
    const last = await lastChangeSetId(roster.read);
    const facts = `${last} ${refusals.length}`;
    if (facts !== planned) {
      // Of thousands it takes a while: who writes meanwhile does not wait for it.
      const before = await readWaiting(roster.read, await scopeOf(roster.read, id));
      await inTransaction(roster, async trx => {
        const isCurrent = (await lastChangeSetId(trx)) === last;
        const { steps } = isCurrent ? before : await readWaiting(trx, await scopeOf(trx, id));
        await writeSteps(trx, id, withoutRefused(steps, refusals), now());
      });
    }
    planned = facts;
    const { done, refused, total } = await countSteps(roster.read, id);
    pushing.onCall(id, done + refused, total);
    const [next] = await readSteps(roster.read, id, ['waiting'], 1);
    if (!next) break;
    await sendStep(pushing, id, next);
    if ((await readLink(roster.read))?.failure) await inTransaction(roster, noteAnswer);
  }
  await settle(pushing, id);
  await conclude(pushing, id, byAccount());
}

/** Takes back what was refused of a set, and says how far it came; in one transaction, so that it is taken back once. */
export async function conclude(
  { roster }: Pushing,
  id: number,
  by: Authorship,
  state?: PushState,
): Promise<void> {
  await inTransaction(roster, async trx => addRefusals(trx, id, await unsendable(trx, id)));
  const refusals = await readRefusals(roster.read, id);
  const { done } = await countSteps(roster.read, id);
  const people = [...((await scopeOf(roster.read, id))?.users.keys() ?? [])];
  const end = async (trx: Db) => {
    // These stay as they are here, until somebody says which of the two is right.
    const clashing = await clashesOf(trx, id);
    await addRefusals(trx, id, clashing);
    await dropPlaces(trx, people);
    const isWhole = refusals.length + clashing.length === 0;
    const ended = isWhole ? await takenState(trx, id, done) : refusedState(done);
    await setPushState(trx, id, { state: state ?? ended, changed_at: now() });
  };
  const givenUp = state === 'given_up';
  const isTakenBack =
    refusals.length > 0 && (await takeBack(roster, id, refusals, { by, givenUp, alongside: end }));
  if (!isTakenBack) await inTransaction(roster, end);
}

function refusedState(done: number): PushState {
  return done > 0 ? 'in_part' : 'refused';
}

/** What an earlier set took with it, because it changed the same, the account has as well. */
async function takenState(trx: Db, id: number, done: number): Promise<PushState> {
  return done > 0 || (await isInForce(trx, id)) ? 'pushed' : 'canceled';
}
