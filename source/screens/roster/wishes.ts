import { changeSetLimit, isEmpty } from '../../roster/change-set.ts';
import type { Planned, Wish } from '../../roster/effects.ts';
import { tooManyChanges } from '../../roster/plan.ts';
import { reasonToAsk } from '../../roster/reason-to-ask.ts';
import { type App, type RosterAction, type Step, step } from '../app.ts';
import { openConfirm } from '../confirm/open.ts';
import { importPlanned } from '../import/reducer.ts';
import { openProblems } from '../problems/reducer.ts';
import { withToast } from '../toasts.ts';

/** The selected users, or the current one if none is; a sentence where they are more than a change set holds. */
export function subjects(app: App): number[] | string {
  const { selected, rows, cursor } = app.roster;
  if (selected.size > changeSetLimit) return tooManyChanges(selected.size).message;
  if (selected.size > 0) return [...selected];
  const current = rows[cursor];
  return current ? [current.person_id] : [];
}

/** Asks for the plan of what somebody wants; what is done with it is decided when it is there. */
export function wish(app: App, of: Extract<RosterAction, { type: 'wish' }>['of']): Step {
  if (of === 'undo' || of === 'redo') return step(app, { type: 'plan', wish: { kind: of } });
  const ids = subjects(app);
  if (typeof ids === 'string') return step(withToast(app, 'error', ids));
  const seenIn = app.roster.selected.size > 0 ? app.roster.view : undefined;
  return step(app, { type: 'plan', wish: { kind: of, ids, seenIn } });
}

/** A plan is there: it is shown and asked about, or written at once. */
export function planned(app: App, plan: Planned): Step {
  const { changeSet, leftOut, wish: wanted } = plan;
  if (wanted.kind === 'import') return step(importPlanned(app, plan));
  const [problem, another] = [...changeSet.problems, ...leftOut];
  if (changeSet.problems.length > 0 || (isEmpty(changeSet) && problem)) {
    if (another) return step(openProblems(app, 'Refused', [...changeSet.problems, ...leftOut]));
    return step(withToast(app, 'error', problem?.message ?? 'Refused.'));
  }
  if (isEmpty(changeSet)) return step(withToast(app, 'info', changeSet.notices[0] ?? 'Nothing to change.'));
  if (reasonToAsk(plan) !== null) return step(openConfirm(app, plan));
  return step(app, { type: 'apply', planned: plan });
}

export function nothingToPlan(app: App, { kind }: Wish): Step {
  const text =
    kind === 'undo'
      ? 'Nothing of yours to undo.'
      : kind === 'redo'
        ? 'Nothing to redo.'
        : 'No user here to work on.';
  return step(withToast(app, 'info', text));
}
