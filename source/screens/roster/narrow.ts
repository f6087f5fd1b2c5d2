import { rememberEffect } from '../../app/remembered.ts';
import { type App, withRoster } from '../../app/state.ts';
import { also, type Step, step } from '../../app/step.ts';
import { searchWords } from '../../roster/screen/search-terms.ts';
import { isFiltered, sortColumns, type View, wholeRoster } from '../../roster/screen/view.ts';
import { isColumnId } from '../../roster/users/columns.ts';
import { packageNames, userAccesses } from '../../roster/users/vocabulary.ts';
import { rowsOfView } from './rows.ts';

/** What is searched for becomes another text: of the same words, such as with a blank behind them, nobody comes or goes. */
export function changeSearch(app: App, search: string): Step {
  const { view } = app.roster;
  if (searchWords(search).join(' ') !== searchWords(view.search).join(' '))
    return changeView(app, { search });
  const next = withRoster(app, { view: { ...view, search } });
  return step(next, rememberEffect(next));
}

/** Looks at other users, or at the same in another order. The cursor stays on its user if that one is still there. */
export function changeView(app: App, change: Partial<View>): Step {
  const next = withRoster(app, { view: { ...app.roster.view, ...change } });
  return also(rowsOfView(next, 'first'), rememberEffect(next));
}

/** Shows these columns, in this order. */
export function showColumns(app: App, columns: readonly string[]): Step {
  const next = withRoster(app, { columns: columns.filter(isColumnId) });
  return step(next, rememberEffect(next));
}

/** All → active → inactive → all, or back. */
export function stepStatus(app: App, by: 1 | -1): Step {
  return changeView(app, { status: stepped([null, ...userAccesses], app.roster.view.status, by) });
}

/** All → essentials → premium → elite → all, or back. */
export function stepPackage(app: App, by: 1 | -1): Step {
  return changeView(app, { package: stepped([null, ...packageNames], app.roster.view.package, by) });
}

/** The one behind `current`, or before it, round and round. */
function stepped<T>(all: readonly T[], current: T, by: 1 | -1): T {
  return all.at((all.indexOf(current) + by) % all.length)!;
}

export function stepSort(app: App, by: 1 | -1): Step {
  const column = stepped(sortColumns, app.roster.view.sort.column, by);
  return changeView(app, { sort: { column, reverse: false } });
}

export function reverseSort(app: App): Step {
  const { sort } = app.roster.view;
  return changeView(app, { sort: { ...sort, reverse: !sort.reverse } });
}

/**
 * Esc: a write that waits, an export that is seen to go on, the range that was begun, then the search, then the filters.
 * It never unselects.
 */
export function back(app: App): Step {
  const { range, view } = app.roster;
  if (app.waiting) return step(app, { type: 'give-up' });
  if (app.tasks.export) return step(app, { type: 'stop-export' });
  if (range) return step(withRoster(app, { range: null }));
  if (view.search !== '') return changeView(app, { search: '' });
  if (isFiltered(view)) return changeView(app, { ...wholeRoster, sort: view.sort });
  return step(app);
}
