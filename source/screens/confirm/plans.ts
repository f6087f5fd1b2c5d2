import { withoutLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { noLeavers } from '../../roster/licenses/leavers.ts';
import { isEmpty } from '../../roster/plan/change-set.ts';
import { reasonToAsk } from '../../roster/plan/reason-to-ask.ts';
import type { ChangeRequest, Outcome, Planned } from '../../roster/screen/effects.ts';
import { isFormRequest } from '../../roster/screen/form-effects.ts';
import { openConfirm } from './open.ts';

/** A plan is there: it is asked about, or written at once. That of an import has a page of its own. */
export function planned(app: App, plan: Planned): Step {
  const { changeSet, leftOut, request } = plan;
  if (request.kind === 'import') return step(app);
  const problems = [...changeSet.problems, ...leftOut];
  const [problem, another] = problems;
  if (changeSet.problems.length > 0 || (isEmpty(changeSet) && problem)) {
    if (another) return andThen(step(app), { type: 'problems-open', title: 'Refused', problems });
    return step(withToast(app, 'error', problem?.message ?? 'Refused.'));
  }
  if (isEmpty(changeSet)) return step(withToast(app, 'info', changeSet.notices[0] ?? 'Nothing to change.'));
  if (reasonToAsk(plan) !== null) return step(openConfirm(app, plan));
  return step(app, { type: 'apply', planned: plan });
}

/** Somebody was quicker: the new plan is shown, with who changed, and asked about again. */
export function stale(before: App, { planned: plan, changed }: Extract<Outcome, { type: 'stale' }>): Step {
  const app = withoutLayer(before, 'confirm');
  if (plan.request.kind === 'import' || isFormRequest(plan.request)) return step(app);
  const { problems, changes } = plan.changeSet;
  if (problems.length > 0 || changes.length === 0) return planned(app, plan);
  return step(openConfirm(app, plan, changed));
}

export function nothingToPlan(app: App, request: ChangeRequest): Step {
  return step(withToast(withoutLayer(app, 'confirm'), 'info', whyNothing(request)));
}

function whyNothing(request: ChangeRequest): string {
  if (request.kind === 'undo') return 'Nothing of yours to undo.';
  if (request.kind === 'redo') return 'Nothing to redo.';
  return request.kind === 'remove' && request.leavers ? noLeavers : 'No user here to work on.';
}
