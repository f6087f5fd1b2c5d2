import { readPush, readRefusals, scopeOf, writeSteps } from '../../../db/account/pushes.ts';
import { addRefusals } from '../../../db/account/refusals.ts';
import { readWaiting } from '../../../db/account/waiting.ts';
import type { Authorship } from '../../../db/authorship.ts';
import { withoutRefused } from '../../roster/push/without-refused.ts';
import { conclude, decideUnsure } from './push.ts';
import { inTransaction, now, type Pushing } from './pushing.ts';
import { notSent } from './refusals.ts';
import { settle } from './settle.ts';

/**
 * Nobody waits any more for what of a change set the account does not have: it is taken back here. False where nothing of it waits.
 * Whoever calls holds the lock of the account. Throws AccountError and BusyError.
 */
export async function giveUp(pushing: Pushing, id: number, by: Authorship): Promise<boolean> {
  await decideUnsure(pushing);
  const push = await readPush(pushing.roster.read, id);
  if (push?.state !== 'waiting') return false;
  const isLeft = await inTransaction(pushing.roster, async trx => {
    const { steps } = await readWaiting(trx, await scopeOf(trx, id));
    const left = withoutRefused(steps, await readRefusals(trx, id));
    await writeSteps(trx, id, [], now());
    const refusals = left.flatMap(step => notSent(step, `${by.operator_name} gave it up.`));
    await addRefusals(trx, id, refusals);
    return refusals.length > 0;
  });
  // All of it was sent, by a process that died before it could say so.
  if (!isLeft) await settle(pushing, id);
  await conclude(pushing, id, by, isLeft ? 'given_up' : undefined);
  return true;
}
