import { addRefusals } from '../../../db/account/refusals.ts';
import { type PushStep, type ThingStep, thingOf } from '../../roster/push/step.ts';
import { inTransaction, type Pushing } from './pushing.ts';
import { readThingBack } from './read-things-back.ts';
import { conflictsOf } from './refusals.ts';

/** Reads back what a change set made, changed and removed of the catalog, and writes down what is not as the account said. */
export async function verifyThings(
  pushing: Pushing,
  change_set_id: number,
  done: readonly PushStep[],
): Promise<void> {
  const steps = done.filter((step): step is ThingStep => 'name' in step);
  const last = new Map(steps.map(step => [`${thingOf(step).of} ${step.thing_id}`, step]));
  for (const step of last.values()) {
    if (await readThingBack(pushing, step)) continue;
    const conflicts = conflictsOf(step, `The account took it, and has ${step.name || 'it'} otherwise.`);
    await inTransaction(pushing.roster, trx => addRefusals(trx, change_set_id, conflicts));
  }
}
