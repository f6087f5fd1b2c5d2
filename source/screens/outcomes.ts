import type { Outcome } from '../roster/effects.ts';
import { withoutAll } from '../roster/selection.ts';
import { type Action, type App, type Step, step, withRoster } from './app.ts';
import { appliedText } from './applied-text.ts';
import { closeConfirm, openConfirm } from './confirm/open.ts';
import { openChoices } from './pick/open.ts';
import { selectIds } from './roster/select.ts';
import { refreshEffect, windowEffect } from './roster/window-effects.ts';
import { nothingToPlan, planned } from './roster/wishes.ts';
import { withToast } from './toasts.ts';

/** What came back from outside; null if the action is none of these. */
export function reduceOutcome(app: App, action: Action): Step | null {
  switch (action.type) {
    case 'windowed':
      return windowed(app, action);
    case 'ids':
      return selectIds(app, action);
    case 'choices':
      return openChoices(app, action);
    case 'refreshed':
      return refreshed(app, action);
    case 'others-changed':
      return step(app, refreshEffect(app), windowEffect(app));
    case 'planned':
      return planned(app, action.planned);
    case 'nothing-to-plan':
      return nothingToPlan(closeConfirm(app), action.wish);
    case 'applied':
      return applied(app, action);
    case 'stale':
      return stale(app, action);
    case 'waiting':
      return step({ ...app, waiting: action.waiting });
    case 'copied':
      return step(withToast(app, 'info', `Copied ${action.what}`), { type: 'copy', text: action.text });
    case 'toast-expired':
      return step(app.toast?.id === action.id ? { ...app, toast: null } : app);
    case 'failed':
      return step(withToast(notBusy(app), 'error', action.message));
    default:
      return null;
  }
}

function windowed(app: App, { window, totals }: Extract<Outcome, { type: 'windowed' }>): Step {
  return step(withRoster(app, { ...window, ...(totals && { totals }) }));
}

/** The account's numbers are new; what was deleted is no longer selected or filtered by. */
function refreshed(app: App, { account, gone }: Extract<Outcome, { type: 'refreshed' }>): Step {
  const selected = withoutAll(app.roster.selected, gone.selected);
  const known = gone.selected.length === 0 ? app : withRoster(app, { selected });
  const next = { ...known, account };
  const lost = gone.queue ? `The queue ${gone.queue}` : gone.role ? `The role ${gone.role}` : null;
  if (!lost) return step(next);
  const { view } = app.roster;
  const filters = { queue: gone.queue ? null : view.queue, role: gone.role ? null : view.role };
  const widened = withRoster(next, { view: { ...view, ...filters } });
  return step(
    withToast(widened, 'info', `${lost} no longer exists; its filter is off.`),
    windowEffect(widened),
  );
}

function applied(app: App, { applied: changeSet }: Extract<Outcome, { type: 'applied' }>): Step {
  const removals = changeSet.changes.filter(change => change.action === 'remove');
  const removed = new Set(removals.map(change => change.person_id));
  const selected = withoutAll(app.roster.selected, removed);
  const unselected = withoutAll(app.roster.unselected, removed);
  const { view } = app.roster;
  // Where all who alone were shown are removed, there is everybody again.
  const only = view.only?.every(id => removed.has(id)) ? null : view.only;
  const roster = withRoster(closeConfirm(app), { selected, unselected, view: { ...view, only } });
  const next = withToast(roster, 'done', appliedText(changeSet));
  return step(next, refreshEffect(next), windowEffect(next));
}

/** Somebody was quicker: the new plan is shown again, with who changed, and asked about again. */
function stale(app: App, { planned: plan, changed }: Extract<Outcome, { type: 'stale' }>): Step {
  const { changeSet } = plan;
  if (changeSet.problems.length > 0 || changeSet.changes.length === 0) {
    return planned(closeConfirm(app), plan);
  }
  return step(openConfirm(closeConfirm(app), plan, changed), windowEffect(app));
}

function notBusy(app: App): App {
  const layers = app.layers.map(layer => (layer.kind === 'confirm' ? { ...layer, busy: false } : layer));
  return { ...app, layers };
}
