import { type App, withRoster } from '../../app/state.ts';
import { also, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { Change } from '../../roster/plan/change-set.ts';
import type { Effect, MissingFilters } from '../../roster/screen/effects.ts';
import { countInBoth, type Selection, withoutAll } from '../../roster/screen/selection.ts';
import { number } from '../../roster/text/words.ts';
import { notCounted } from './count.ts';
import { notWindowed, rowsOfView } from './rows.ts';
import { withSelected } from './select.ts';

/** A step that also asks who of the selected people is no user any more. */
export function askWhoIsMissing(before: Step): Step {
  const { selected } = before.app.roster;
  return selected.size > 0 ? also(before, { type: 'missing-users', selected }) : before;
}

/** Who is missing since the last time is said: nobody has seen it happen. */
export function withoutMissing(before: App, people: Selection): App {
  const app = { ...withoutPeople(before, people), selectedBefore: false };
  const count = countInBoth(before.roster.selected, people);
  if (!before.selectedBefore || count === 0 || app.toast) return app;
  const are = count === 1 ? 'is no user' : 'are no users';
  return withToast(app, 'info', `${number(count)} of those selected last time ${are} any more.`);
}

/** People who are no users any more are not selected either, nor among those who alone are shown. */
function withoutPeople(app: App, people: Iterable<number>): App {
  const { selected, unselected, totals } = app.roster;
  const left = withSelected(app, withoutAll(selected, people), totals.selectedMatching);
  return withRoster(left, { unselected: withoutAll(unselected, people) });
}

/** What was deleted is no longer filtered by. */
export function withoutMissingFilters(app: App, missing: MissingFilters): Step {
  const lost = missing.queue
    ? `The queue ${missing.queue}`
    : missing.role
      ? `The role ${missing.role}`
      : null;
  if (!lost) return step(app);
  const { view } = app.roster;
  const filters = { queue: missing.queue ? null : view.queue, role: missing.role ? null : view.role };
  const widened = withRoster(app, { view: { ...view, ...filters } });
  return rowsOfView(withToast(widened, 'info', `${lost} no longer exists; its filter is off.`), 'next');
}

/** Whoever was removed is not selected any more. Where all who alone were shown are removed, there is everybody again. */
export function afterChanges(before: App, changes: readonly Change[]): App {
  const removed = changes.filter(({ action }) => action === 'remove').map(({ person_id }) => person_id);
  const app = withoutPeople(before, removed);
  const { view } = app.roster;
  if (!view.only || withoutAll(view.only, removed).size > 0) return app;
  // The rows of that view are asked for with everything else that a change makes different.
  return rowsOfView(withRoster(app, { view: { ...view, only: null } }), 'next').app;
}

/** What could not be done is not waited for any more. */
export function couldNotRead(app: App, effect: Effect | undefined): App {
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
