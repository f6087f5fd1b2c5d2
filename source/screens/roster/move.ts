import { type App, type Step, step, withRoster } from '../app.ts';
import { tableHeight } from './viewport.ts';
import { windowEffect } from './window-effects.ts';

/** Moves the cursor; rows are asked for only when it leaves the ones on screen. */
export function move(app: App, by: number): Step {
  const { rows, cursor } = app.roster;
  const target = cursor + by;
  if (cursor < 0) return step(app);
  if (rows[target]) return step(withRoster(app, { cursor: target }));
  const cursorLine = by > 0 ? tableHeight(app.size) - 1 : 0;
  return step(app, windowEffect(app, { delta: by, cursorLine }, false));
}

/** A page, or a part of one: the rows move and the cursor stays on its line, as far as the list goes. */
export function page(app: App, pages: number): Step {
  const { rows, cursor, before, totals } = app.roster;
  if (cursor < 0) return step(app);
  const by = Math.trunc(pages * Math.max(1, tableHeight(app.size) - 1));
  const atEdge =
    by < 0 ? before === 0 : before + rows.length >= (totals?.matching ?? Number.POSITIVE_INFINITY);
  // Where there is nothing more to show, the cursor itself goes on to the end.
  if (atEdge) {
    const target = Math.min(rows.length - 1, Math.max(0, cursor + by));
    return step(withRoster(app, { cursor: target }));
  }
  return step(app, windowEffect(app, { delta: by }, false));
}

export function jump(app: App, to: 'first' | 'last'): Step {
  const cursorLine = to === 'first' ? 0 : tableHeight(app.size) - 1;
  return step(app, windowEffect(app, { anchor: to, cursorLine }, false));
}
