import { addRefusals, readPush, scopeOf, setPushState, writeSteps } from '../../../db/account/pushes.ts';
import { readWaiting } from '../../../db/account/waiting.ts';
import type { Authorship } from '../../../db/authorship.ts';
import { conclude, decideUnsure } from './push.ts';
import { now, type Pushing } from './pushing.ts';
import { givenUp } from './refusals.ts';

/**
 * Nobody waits any more for what of a change set the account does not have: it is taken back here. False where nothing of it waits.
 * Whoever calls holds the lock of the account. Throws AccountError and BusyError.
 */
export async function giveUp(pushing: Pushing, id: number, by: Authorship): Promise<boolean> {
  await decideUnsure(pushing);
  const push = await readPush(pushing.roster.read, id);
  if (push?.state !== 'waiting') return false;
  const { write } = pushing.roster;
  await write()
    .transaction()
    .execute(async trx => {
      const { steps } = await readWaiting(trx, await scopeOf(trx, id));
      await writeSteps(trx, id, [], now());
      await addRefusals(
        trx,
        id,
        steps.flatMap(step => givenUp(step, by.operator_name)),
      );
    });
  await conclude(pushing, id, by);
  await write()
    .transaction()
    .execute(trx => setPushState(trx, id, { state: 'given_up', changed_at: now() }));
  return true;
}
