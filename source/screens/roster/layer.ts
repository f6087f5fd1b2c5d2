import type { ScreenLayer } from '../../app/layer.ts';
import { step } from '../../app/step.ts';
import type { RosterAction } from './action.ts';
import { rosterCommands } from './commands.ts';
import { counted, takeCount } from './count.ts';
import { countsText } from './counts.ts';
import { copy, request } from './current.ts';
import { Filters } from './filters.tsx';
import { jump, move, page } from './move.ts';
import {
  back,
  changeSearch,
  changeView,
  reverseSort,
  showColumns,
  stepPackage,
  stepSort,
  stepStatus,
} from './narrow.ts';
import {
  afterChanges,
  askWhoIsMissing,
  couldNotRead,
  withoutMissing,
  withoutMissingFilters,
} from './outcomes.ts';
import { rowsAgain, rowsOfSize, rowsOfView, windowed } from './rows.ts';
import { invert, onlySelected, range, selectIds, selectMatching, toggle, unselect } from './select.ts';
import { Table } from './table.tsx';

/** The table of users, below all other layers; its state is the app's own, for all of them to see. */
export const rosterLayer: ScreenLayer<{ kind: 'roster' }, never, RosterAction> = {
  kind: 'roster',
  title: 'Roster',
  commands: rosterCommands,
  reduce: {},
  requests: {
    move: (app, { by, times = 1 }) => move(app, by * times),
    page: (app, { pages, times }) => page(app, pages, times),
    jump: (app, { to }) => jump(app, to),
    toggle,
    range,
    'select-matching': selectMatching,
    invert,
    unselect,
    'only-selected': onlySelected,
    search: (app, { text }) => changeSearch(app, text),
    view: (app, { change }) => changeView(app, change),
    status: (app, action) => stepStatus(app, action.step),
    package: (app, action) => stepPackage(app, action.step),
    sort: (app, action) => stepSort(app, action.step),
    reverse: reverseSort,
    columns: (app, { columns }) => showColumns(app, columns),
    request: (app, { of }) => request(app, of),
    copy,
    back,
  },
  outcomes: {
    start: app => askWhoIsMissing(rowsOfView(app, 'next')),
    resize: rowsOfSize,
    windowed: (app, outcome) => counted(windowed(app, outcome)),
    counted: takeCount,
    ids: selectIds,
    'missing-users': (app, { people }) => step(withoutMissing(app, people)),
    refreshed: (app, { missing }) => withoutMissingFilters(app, missing),
    applied: (app, { applied }) => step(afterChanges(app, applied.changes)),
    failed: (app, { effect }) => step(couldNotRead(app, effect)),
  },
  refresh: app => askWhoIsMissing(rowsAgain(app)),
  page: { Heading: Filters, View: Table, place: ({ app, width }) => countsText(app, width - 2) },
};
