import { type App, withRoster } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { tableHeight } from '../../app/viewport.ts';
import { moveTo } from './rows.ts';

/** Moves the cursor; rows are asked for only when it leaves the ones on screen. */
export function move(app: App, by: number): Step {
  const { rows, cursor } = app.roster;
  const target = cursor + by;
  if (cursor < 0) return step(app);
  if (rows[target]) return step(withRoster(app, { cursor: target }));
  return moveTo(app, { delta: by, cursorLine: by > 0 ? tableHeight(app.size) - 1 : 0 });
}

/** A page, or a part of one: the rows move and the cursor stays on its line, as far as the list goes. */
export function page(app: App, pages: number, times = 1): Step {
  const { rows, cursor, before, totals } = app.roster;
  if (cursor < 0) return step(app);
  const by = Math.trunc(pages * Math.max(1, tableHeight(app.size) - 1)) * times;
  const last = (before ?? 0) + rows.length >= (totals.matching ?? Number.POSITIVE_INFINITY);
  // Where there is nothing more to show, the cursor itself goes on to the end.
  if (by < 0 ? before === 0 : last) {
    const target = Math.min(rows.length - 1, Math.max(0, cursor + by));
    return step(withRoster(app, { cursor: target }));
  }
  return moveTo(app, { delta: by });
}

export function jump(app: App, to: 'first' | 'last'): Step {
  const { totals, uncounted } = app.roster;
  const last = uncounted.totals || totals.matching === null ? null : totals.matching - 1;
  return to === 'first'
    ? moveTo(app, { anchor: to, anchorRow: 0, cursorLine: 0 })
    : moveTo(app, { anchor: to, anchorRow: last, cursorLine: tableHeight(app.size) - 1 });
}
