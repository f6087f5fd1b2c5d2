import { type AskedRows, cursorRow, type RosterState } from '../../app/roster.ts';
import { type App, withRoster } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { tableHeight } from '../../app/viewport.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import type { WindowRequest } from '../../roster/users/row.ts';

/** Asks for the rows around another place of the same view. */
export function moveTo(app: App, place: Partial<WindowRequest>): Step {
  return ask(app, { request: { ...aroundCursor(app), ...place }, why: 'move' });
}

/** Asks for the rows of a view that was just changed. The cursor stays on its user if that one is still there. */
export function rowsOfView(app: App, ifGone: WindowRequest['ifGone']): Step {
  const next = withRoster(app, {
    before: null,
    totals: { ...app.roster.totals, matching: null, selectedMatching: null },
    uncounted: { row: true, totals: true },
    counting: null,
    range: null,
  });
  return ask(next, { request: { ...aroundCursor(next), ifGone }, why: 'view' });
}

/** Asks again for the rows and all that is counted: somebody wrote. */
export function rowsAgain(app: App): Step {
  const next = withRoster(app, { uncounted: { row: true, totals: true }, counting: null });
  const { request, why } = next.roster.asked ?? { request: aroundCursor(next), why: 'again' };
  return ask(next, { request: { ...request, anchorRow: null }, why });
}

/** Asks for as many rows as fit on the screen by now. */
export function rowsOfSize(app: App): Step {
  const { request, why } = app.roster.asked ?? { request: aroundCursor(app), why: 'again' };
  return ask(app, { request: { ...request, height: tableHeight(app.size) }, why });
}

function ask(app: App, asked: AskedRows): Step {
  const { view } = app.roster;
  return step(withRoster(app, { asked }), { type: 'window', view, request: asked.request });
}

function aroundCursor({ roster, size }: App): WindowRequest {
  return {
    anchor: roster.rows[roster.cursor]?.person_id ?? 'first',
    anchorRow: roster.uncounted.row ? null : cursorRow(roster),
    delta: 0,
    cursorLine: Math.max(0, roster.cursor),
    height: tableHeight(size),
    ifGone: 'next',
  };
}

/** The rows are there, unless others were asked for since. The cursor stays with whom it went to while they were read. */
export function windowed(app: App, { request, window }: Extract<Outcome, { type: 'windowed' }>): Step {
  const { asked, totals } = app.roster;
  if (asked?.request !== request) return step(app);
  const { rows } = window;
  const moved = asked.why === 'move' ? null : movedTo(app.roster, request);
  const place = rows.findIndex(({ person_id }) => person_id === moved);
  if (moved !== null && place < 0 && asked.why === 'again')
    return ask(app, { request: aroundCursor(app), why: 'again' });
  const cursor = place < 0 ? window.cursor : place;
  const next = withRoster(app, {
    rows,
    cursor,
    // Where nobody is shown nobody matches: that need not be counted to be said.
    totals: rows.length === 0 ? { ...totals, matching: 0, selectedMatching: 0 } : totals,
    before: window.before ?? about(app.roster, request, cursor),
    uncounted: { ...app.roster.uncounted, row: window.before === null },
    asked: null,
  });
  return step(next);
}

/** Whom the cursor is on, if it is somebody else than when rows were asked for. */
function movedTo({ rows, cursor }: RosterState, { anchor }: WindowRequest): number | null {
  const current = rows[cursor]?.person_id;
  return typeof anchor !== 'number' || current === undefined || current === anchor ? null : current;
}

/** What stands for the number of rows before until they are counted again: what it was, and how far one moved since. */
function about(roster: RosterState, { anchor, delta }: WindowRequest, cursor: number): number | null {
  const row = cursorRow(roster);
  return row === null || typeof anchor !== 'number' ? null : Math.max(0, row + delta - cursor);
}

/** They could not be read: what is on screen is all there is. */
export function notWindowed(app: App): App {
  return withRoster(app, { asked: null });
}
