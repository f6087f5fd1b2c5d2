import type { RosterState } from '../../app/roster.ts';
import { type App, withRoster } from '../../app/state.ts';
import { also, type Step, step } from '../../app/step.ts';
import type { CountEffect, Outcome } from '../../roster/screen/effects.ts';

/** Asks for what has to be counted, once the rows are there, unless that is being counted already. */
export function counted(before: Step): Step {
  const { app } = before;
  const { uncounted, asked, rows, cursor, view, selected } = app.roster;
  if (asked || !(uncounted.row || uncounted.totals) || isCounting(app.roster)) return before;
  // In the order of e-mails the totals are known long before the row.
  const totalsFirst = uncounted.totals && view.sort.column === 'email';
  const person_id = uncounted.row && !totalsFirst ? (rows[cursor]?.person_id ?? null) : null;
  const counting: CountEffect = { type: 'count', view, selected, person_id };
  return also({ ...before, app: withRoster(app, { counting }) }, counting);
}

/** Whether the count that is under way will do: holding a key down must not begin it anew with every row. */
function isCounting({ counting, uncounted, rows, view }: RosterState): boolean {
  if (counting?.view !== view) return false;
  const { person_id } = counting;
  return !uncounted.row || person_id === null || rows.some(row => row.person_id === person_id);
}

/** It was counted, unless another count was asked for since. What it was not about any more is counted again. */
export function takeCount(app: App, { asked, totals, row }: Extract<Outcome, { type: 'counted' }>): Step {
  const { roster } = app;
  if (roster.counting !== asked) return step(app);
  const place = roster.rows.findIndex(({ person_id }) => person_id === asked.person_id);
  const placed = row !== null && place >= 0;
  // Whoever was asked about may be no user any more; then it is heard soon that others changed something.
  const lost = row === null && asked.person_id !== null;
  const same = roster.selected === asked.selected;
  const next = withRoster(app, {
    before: placed ? Math.max(0, row - place) : roster.before,
    totals: { ...totals, selectedMatching: same ? totals.selectedMatching : roster.totals.selectedMatching },
    uncounted: {
      row: roster.uncounted.row && !placed && !lost,
      totals: roster.uncounted.totals && !same,
    },
    counting: null,
  });
  return counted(step(withRange(next)));
}

/** A range that was begun before its row was known has one from here on. */
function withRange(app: App): App {
  const { range, rows, before } = app.roster;
  const place = rows.findIndex(row => row.person_id === range?.person_id);
  return range && place >= 0 && before !== null
    ? withRoster(app, { range: { ...range, position: before + place } })
    : app;
}

/** It could not be counted: what is shown stays until somebody changes something. */
export function notCounted(app: App): App {
  return withRoster(app, { uncounted: { row: false, totals: false }, counting: null });
}
