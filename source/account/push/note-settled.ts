import { addStep, deleteStep, type KeptStep, setStepState } from '../../../db/account/pushes.ts';
import { addRefusals } from '../../../db/account/refusals.ts';
import type { PushStep } from '../../roster/push/step.ts';
import { sizeOf } from '../../roster/push/step-parts.ts';
import { inTransaction, now, type Pushing } from './pushing.ts';
import { settledNow } from './read-back.ts';
import { noSuchUser, notSent } from './refusals.ts';

/**
 * Writes down what of a step is decided, as it was just read, so that of nobody it is forgotten: what the account has is done, and
 * whoever is gone there can't have it. `left`, what it does not have, waits; it is returned.
 */
export async function noteSettled(
  { roster }: Pushing,
  change_set_id: number,
  kept: KeptStep,
  left: PushStep | null,
): Promise<PushStep | null> {
  const { step, push_step_id } = kept;
  // Of what is not about users, it has all or nothing.
  const { done, lost } =
    sizeOf(step) > 0
      ? await settledNow(roster.read, step)
      : { done: left === null ? step : null, lost: null };
  if (left && !done && !lost && kept.state === 'waiting') return left;
  await inTransaction(roster, async trx => {
    if (lost) await addRefusals(trx, change_set_id, notSent(lost, noSuchUser));
    if (left) {
      await setStepState(trx, { ...kept, step: left }, 'waiting', now());
      if (done) await addStep(trx, change_set_id, { step: done, state: 'done' }, now());
    } else if (done) await setStepState(trx, { ...kept, step: done }, 'done', now());
    else if (lost) await setStepState(trx, { ...kept, step: lost }, 'refused', now());
    else await deleteStep(trx, push_step_id);
  });
  return left;
}
