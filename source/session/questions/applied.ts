import { applyAndQueue } from '../../../db/account/queue-push.ts';
import { readStacks } from '../../../db/changes/undo-stacks.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import { authorship } from '../../operator/who.ts';
import { whyNot } from '../../roster/access/permission.ts';
import type { Effect, Outcome, Planned } from '../../roster/screen/effects.ts';
import type { CurrentOperator } from './current-operator.ts';

/** Writes a plan; if somebody was quicker, it is made again by `ask` and nothing is written. */
export async function applied(
  { roster, currentOperator }: { roster: RosterDatabase; currentOperator: CurrentOperator },
  plan: Planned,
  ask: (question: Extract<Effect, { type: 'plan' }>) => Promise<Outcome>,
  onProgress: (done: number, total: number) => void,
): Promise<Outcome> {
  const who = currentOperator.who();
  // The screen offers them nothing that changes; whatever comes nevertheless opens no writing connection.
  const why = whyNot(who.operator, 'UserManagement:Edit');
  if (why !== null) throw new Error(why);
  const result = await applyAndQueue(roster.write(), plan.changeSet, authorship(who), { onProgress });
  if (result.ok) {
    currentOperator.made(result.applied, await readStacks(roster.read, who.operator.operator_id));
    return { type: 'applied', applied: result.applied, request: plan.request };
  }
  if (result.reason === 'forbidden')
    throw new Error(`${result.problems[0]?.message ?? 'You may not do that any more.'} Nothing was written.`);
  const again = await ask({ type: 'plan', request: plan.request });
  return again.type === 'planned'
    ? { type: 'stale', planned: again.planned, changed: result.changed }
    : again;
}
