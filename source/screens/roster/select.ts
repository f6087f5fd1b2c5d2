import type { Outcome } from '../../roster/effects.ts';
import { inverted, nobody, type Selection, withAll, withoutAll } from '../../roster/selection.ts';
import { type App, type Step, step, withRoster } from '../app.ts';
import { withToast } from '../toasts.ts';
import { move } from './move.ts';
import { windowEffect } from './window-effects.ts';

/** Selects or unselects the current user and moves down; with a range begun, selects the range. */
export function toggle(app: App): Step {
  const { range, rows, cursor, view, selected } = app.roster;
  const current = rows[cursor];
  if (!current) return step(app);
  if (range)
    return step(withRoster(app, { range: null }), {
      type: 'between',
      view,
      ids: [range.person_id, current.person_id],
    });
  return move(selecting(app, inverted(selected, [current.person_id])), 1);
}

/** Marks where a range begins, or selects the range that was begun. */
export function range(app: App): Step {
  const { rows, cursor, before } = app.roster;
  const current = rows[cursor];
  if (!current) return step(app);
  if (app.roster.range) return toggle(app);
  return step(withRoster(app, { range: { person_id: current.person_id, position: before + cursor } }));
}

/** Selects all who match; if they are all selected already, unselects them. */
export function selectMatching(app: App): Step {
  const { totals, view } = app.roster;
  const all = totals !== null && totals.matching > 0 && totals.selectedMatching === totals.matching;
  return step(app, { type: 'ids', view, change: all ? 'remove' : 'add' });
}

export function invert(app: App): Step {
  return step(app, { type: 'ids', view: app.roster.view, change: 'invert' });
}

/** Unselects everybody; pressed again, brings the selection back. */
export function unselect(app: App): Step {
  const { selected, unselected } = app.roster;
  if (selected.size > 0) {
    const text = `Unselected ${selected.size} · - brings them back`;
    return counted(withToast(withRoster(selecting(app, nobody), { unselected: selected }), 'info', text));
  }
  return counted(withRoster(selecting(app, unselected), { unselected: nobody }));
}

/** Shows only the selected users, or everybody again. */
export function onlySelected(app: App): Step {
  const { view, selected } = app.roster;
  const only = view.only || selected.size === 0 ? null : [...selected];
  const next = withRoster(app, { view: { ...view, only } });
  return step(next, windowEffect(next));
}

/** The people that a selecting key was about have been found. */
export function selectIds(app: App, { ids, change }: Extract<Outcome, { type: 'ids' }>): Step {
  const select = { add: withAll, remove: withoutAll, invert: inverted }[change];
  return counted(selecting(app, select(app.roster.selected, ids)));
}

function selecting(app: App, selected: Selection): App {
  const { totals, rows, cursor } = app.roster;
  const current = rows[cursor]?.person_id;
  const by =
    current === undefined ? 0 : Number(selected.has(current)) - Number(app.roster.selected.has(current));
  // Selecting the current user needs no counting: that one matches.
  const counts = totals && { ...totals, selectedMatching: totals.selectedMatching + by };
  return withRoster(app, { selected, totals: counts });
}

function counted(app: App): Step {
  return step(app, windowEffect(app));
}
