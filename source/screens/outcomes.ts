import type { Outcome } from '../roster/effects.ts';
import { withoutAll } from '../roster/selection.ts';
import { type Action, type App, type Step, step, topLayer, withRoster } from './app.ts';
import { appliedText } from './applied-text.ts';
import { closeConfirm, openConfirm } from './confirm/open.ts';
import { openForm } from './form/layers.ts';
import { formApplied, formFailed, formRefresh, formStale, reduceFormOutcome } from './form/outcomes.ts';
import { importStale } from './import/reducer.ts';
import { mailEffects, withMailNote } from './mail-note.ts';
import { pageRefresh, reducePageOutcome, withoutFinished } from './pages.ts';
import { openChoices } from './pick/open.ts';
import { selectIds } from './roster/select.ts';
import { refreshEffect, windowEffect } from './roster/window-effects.ts';
import { nothingToPlan, planned } from './roster/wishes.ts';
import { withToast } from './toasts.ts';
import { followCursor } from './user/reducer.ts';
import { withViewer } from './viewer.ts';

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
    case 'dismissed':
      return step(app, { type: 'quit', refused: action.why });
    case 'others-changed':
      return formRefresh(step(app, refreshEffect(app), windowEffect(app), ...pageRefresh(app)));
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
      return step(withMailNote(app.toast?.id === action.id ? { ...app, toast: null } : app));
    case 'failed':
      return step(withToast(notBusy(app), 'error', action.message));
    default:
      return reduceFormOutcome(app, action) ?? reducePageOutcome(app, action);
  }
}

function windowed(app: App, { window, totals }: Extract<Outcome, { type: 'windowed' }>): Step {
  const next = withRoster(app, { ...window, ...(totals && { totals }) });
  const top = topLayer(next);
  return top?.kind === 'user' && top.stepping ? followCursor(next) : step(next);
}

/** The account's numbers are new; what was deleted is no longer selected or filtered by. */
function refreshed(before: App, { account, gone, viewer }: Extract<Outcome, { type: 'refreshed' }>): Step {
  const app = withViewer(before, viewer);
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

function applied(app: App, { applied: changeSet, wish }: Extract<Outcome, { type: 'applied' }>): Step {
  const removals = changeSet.changes.filter(change => change.action === 'remove');
  const removed = new Set(removals.map(change => change.person_id));
  const selected = withoutAll(app.roster.selected, removed);
  const unselected = withoutAll(app.roster.unselected, removed);
  const { view } = app.roster;
  // Where all who alone were shown are removed, there is everybody again.
  const only = view.only?.every(id => removed.has(id)) ? null : view.only;
  const roster = withRoster(closeConfirm(app), { selected, unselected, view: { ...view, only } });
  const next = withToast(roster, 'done', appliedText(changeSet));
  const left = formApplied(withoutFinished(next, changeSet), wish, changeSet);
  return step(left, refreshEffect(left), windowEffect(left), ...pageRefresh(left), ...mailEffects(left));
}

/** Somebody was quicker: the new plan is shown again, with who changed, and asked about again. */
function stale(app: App, { planned: plan, changed }: Extract<Outcome, { type: 'stale' }>): Step {
  if (plan.wish.kind === 'import') return importStale(app, plan, changed);
  if (plan.wish.kind === 'add' || openForm(app)?.saving) return formStale(app);
  const { changeSet } = plan;
  if (changeSet.problems.length > 0 || changeSet.changes.length === 0) {
    return planned(closeConfirm(app), plan);
  }
  return step(openConfirm(closeConfirm(app), plan, changed), windowEffect(app));
}

function notBusy(before: App): App {
  const app = formFailed(before);
  const layers = app.layers.map(layer =>
    layer.kind === 'confirm' || layer.kind === 'import' ? { ...layer, busy: false } : layer,
  );
  return { ...app, layers };
}
