import { marksOf } from '../components/marks.ts';
import type { Effect, Outcome } from '../roster/effects.ts';
import { countInBoth, type Selection, withoutAll } from '../roster/selection.ts';
import { number } from '../roster/words.ts';
import { type Action, type App, also, type Step, step, topLayer, withRoster } from './app.ts';
import { appliedText } from './applied-text.ts';
import { closeConfirm, openConfirm } from './confirm/open.ts';
import { openForm } from './form/layers.ts';
import { formApplied, formFailed, formRefresh, formStale, reduceFormOutcome } from './form/outcomes.ts';
import { importStale } from './import/reducer.ts';
import { mailEffects, withMailNote } from './mail-note.ts';
import { newsExpired, refreshEffect, withNews } from './news/reducer.ts';
import { pageRefresh, reducePageOutcome, withoutFinished } from './pages.ts';
import { openChoices, withChoiceCounts } from './pick/open.ts';
import { withoutBusyPrompt } from './prompt/reducer.ts';
import { counted, notCounted, takeCount } from './roster/count.ts';
import { notWindowed, rowsAgain, rowsOfView, windowed } from './roster/rows.ts';
import { selectIds, withSelected } from './roster/select.ts';
import { nothingToPlan, planned } from './roster/wishes.ts';
import { withToast } from './toasts.ts';
import { followCursor } from './user/reducer.ts';
import { withViewer } from './viewer.ts';

/** What came back from outside; null if the action is none of these. */
export function reduceOutcome(app: App, action: Action): Step | null {
  switch (action.type) {
    case 'windowed':
      return followed(windowed(app, action));
    case 'counted':
      return takeCount(app, action);
    case 'ids':
      return selectIds(app, action);
    case 'choices':
      return openChoices(app, action);
    case 'choice-counts':
      return step(withChoiceCounts(app, action));
    case 'refreshed':
      return refreshed(app, action);
    case 'news-expired':
      return step(newsExpired(app, action.number));
    case 'gone':
      return step(withoutGone(app, action.people));
    case 'dismissed':
      return step(app, { type: 'quit', refused: action.why });
    case 'others-changed':
      return formRefresh(also(readAgain(rowsAgain(app)), ...pageRefresh(app)));
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
    case 'progress':
      return step(withProgress(app, action));
    case 'copied':
      return step(withToast(app, 'info', `Copied ${action.what}`), { type: 'copy', text: action.text });
    case 'toast-expired':
      return step(withMailNote(app.toast?.id === action.id ? { ...app, toast: null } : app));
    case 'awake':
      // The time is another by now: that is all.
      return step({ ...app });
    case 'failed':
      return step(withToast(without(notBusy(app), action.effect), 'error', action.message));
    default:
      return reduceFormOutcome(app, action) ?? reducePageOutcome(app, action);
  }
}

/** The page of a user who was stepped from goes along; then what has to be counted is. */
function followed(app: App): Step {
  const top = topLayer(app);
  return counted(top?.kind === 'user' && top.stepping && !app.roster.asked ? followCursor(app) : step(app));
}

/** With the rows, asks again for all else that the roster shows: somebody wrote. */
function readAgain({ app, effects }: Step): Step {
  return step(app, refreshEffect(app), ...goneEffects(app), ...effects);
}

/** Asks who of the selected people is no user any more. */
export function goneEffects({ roster: { selected } }: App): Effect[] {
  return selected.size > 0 ? [{ type: 'gone', selected }] : [];
}

/** Who is gone since the last time is said: nobody has seen it happen. */
function withoutGone(before: App, people: Selection): App {
  const app = { ...withoutPeople(before, people), selectedBefore: false };
  const count = countInBoth(before.roster.selected, people);
  if (!before.selectedBefore || count === 0 || app.toast) return app;
  const are = count === 1 ? 'is no user' : 'are no users';
  return withToast(app, 'info', `${number(count)} of those selected last time ${are} any more.`);
}

/** The account's numbers are new, and perhaps what whoever looks may do; what was deleted is no longer filtered by. */
function refreshed(before: App, outcome: Extract<Outcome, { type: 'refreshed' }>): Step {
  const { account, gone, viewer, news } = outcome;
  const { app, effects } = withNews({ ...withViewer(before, viewer), account }, news);
  const lost = gone.queue ? `The queue ${gone.queue}` : gone.role ? `The role ${gone.role}` : null;
  if (!lost) return step(app, ...effects);
  const { view } = app.roster;
  const filters = { queue: gone.queue ? null : view.queue, role: gone.role ? null : view.role };
  const widened = withRoster(app, { view: { ...view, ...filters } });
  const toast = withToast(widened, 'info', `${lost} no longer exists; its filter is off.`);
  return also(rowsOfView(toast, 'next'), ...effects);
}

/** People who are no users any more are not selected either, nor among those who alone are shown. */
function withoutPeople(app: App, people: Iterable<number>): App {
  const { selected, unselected, totals } = app.roster;
  const left = withSelected(app, withoutAll(selected, people), totals.selectedMatching);
  return withRoster(left, { unselected: withoutAll(unselected, people) });
}

function applied(app: App, { applied: changeSet }: Extract<Outcome, { type: 'applied' }>): Step {
  const removals = changeSet.changes.filter(change => change.action === 'remove');
  const removed = removals.map(change => change.person_id);
  const { view } = app.roster;
  // Where all who alone were shown are removed, there is everybody again.
  const nobodyLeft = view.only && withoutAll(view.only, removed).size === 0;
  const roster = withRoster(closeConfirm(withoutPeople(app, removed)), {
    view: nobodyLeft ? { ...view, only: null } : view,
  });
  const next = withToast(roster, 'done', appliedText(changeSet, marksOf(app.drawing)));
  const left = formApplied(withoutFinished(next, changeSet));
  const again = nobodyLeft ? rowsOfView(left, 'next') : rowsAgain(left);
  return also(readAgain(again), ...pageRefresh(left), ...mailEffects(left));
}

/** Somebody was quicker: the new plan is shown again, with who changed, and asked about again. */
function stale(app: App, { planned: plan, changed }: Extract<Outcome, { type: 'stale' }>): Step {
  if (plan.wish.kind === 'import') return importStale(app, plan, changed);
  if (plan.wish.kind === 'add' || openForm(app)?.saving) return formStale(closeConfirm(app));
  const { changeSet } = plan;
  if (changeSet.problems.length > 0 || changeSet.changes.length === 0) {
    return planned(closeConfirm(app), plan);
  }
  return rowsAgain(openConfirm(closeConfirm(app), plan, changed));
}

/** What could not be done is not waited for any more. */
function without(app: App, effect: Effect | undefined): App {
  switch (effect?.type) {
    case 'window':
      return app.roster.asked?.request === effect.request ? notWindowed(app) : app;
    case 'count':
      return app.roster.counting === effect ? notCounted(app) : app;
    case 'ids':
    case 'between':
      return withRoster(app, { gathering: false, counting: null });
    default:
      return app;
  }
}

function withProgress(app: App, { task, progress }: Extract<Outcome, { type: 'progress' }>): App {
  const { [task]: _, ...others } = app.tasks;
  const tasks = progress ? { ...app.tasks, [task]: progress } : others;
  return task === 'export' && progress ? withoutBusyPrompt({ ...app, tasks }) : { ...app, tasks };
}

function notBusy(before: App): App {
  const app = formFailed(before);
  const layers = app.layers.map(layer =>
    layer.kind === 'confirm' || layer.kind === 'import' || layer.kind === 'prompt'
      ? { ...layer, busy: false }
      : layer,
  );
  return { ...app, layers };
}
