import { cursorRow } from '../../app/roster.ts';
import { type App, withRoster } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import {
  countInBoth,
  inverted,
  nobody,
  type Selection,
  withAll,
  withoutAll,
} from '../../roster/screen/selection.ts';
import { number } from '../../roster/text/words.ts';
import { marks } from '../../theme/marks.ts';
import { counted } from './count.ts';
import { move } from './move.ts';
import { rowsOfView } from './rows.ts';

/** Selects or unselects the current user and moves down; with a range begun, selects the range. */
export function toggle(app: App): Step {
  const { range, rows, cursor, view, selected, totals } = app.roster;
  const current = rows[cursor];
  if (!current) return step(app);
  if (range) {
    const ids: [number, number] = [range.person_id, current.person_id];
    return step(withRoster(app, { range: null, gathering: true }), { type: 'between', view, ids });
  }
  const toggled = inverted(selected, [current.person_id]);
  // That one matches: nothing has to be counted.
  const { selectedMatching } = totals;
  const known = selectedMatching === null ? null : selectedMatching + toggled.size - selected.size;
  return counted(move(withSelected(app, toggled, known), 1));
}

/** Marks where a range begins, or selects the range that was begun. */
export function range(app: App): Step {
  const { rows, cursor } = app.roster;
  const current = rows[cursor];
  if (!current) return step(app);
  if (app.roster.range) return toggle(app);
  return step(withRoster(app, { range: { person_id: current.person_id, position: cursorRow(app.roster) } }));
}

/** Selects all who match; if they are all selected already, unselects them. */
export function selectMatching(app: App): Step {
  return step(withRoster(app, { gathering: true }), { type: 'ids', view: app.roster.view, change: 'all' });
}

export function invert(app: App): Step {
  return step(withRoster(app, { gathering: true }), { type: 'ids', view: app.roster.view, change: 'invert' });
}

/** Unselects everybody; pressed again, brings the selection back. */
export function unselect(app: App): Step {
  const { selected, unselected } = app.roster;
  if (selected.size > 0) {
    const text = `Unselected ${number(selected.size)} ${marks.dot} - brings them back`;
    return step(withToast(withRoster(withSelected(app, nobody, 0), { unselected: selected }), 'info', text));
  }
  return counted(step(withRoster(withSelected(app, unselected, null), { unselected: nobody })));
}

/** Shows only the selected users, or everybody again. */
export function onlySelected(app: App): Step {
  const { view, selected } = app.roster;
  const only = view.only || selected.size === 0 ? null : selected;
  return rowsOfView(withRoster(app, { view: { ...view, only } }), 'next');
}

/** The people that a selecting key was about have been found. */
export function selectIds(app: App, found: Extract<Outcome, { type: 'ids' }>): Step {
  const { roster } = app;
  const { ids, change, view } = found;
  const both = countInBoth(roster.selected, ids);
  const select =
    change === 'invert' ? inverted : change === 'all' && both === ids.size ? withoutAll : withAll;
  const selected = select(roster.selected, ids);
  const here = view === roster.view;
  const { matching, selectedMatching } = roster.totals;
  // Whoever was found matches: only for another view it has to be counted.
  const left = change === 'add' ? selectedMatching : both;
  const known = here && left !== null ? left + selected.size - roster.selected.size : null;
  const next = withRoster(withSelected(app, selected, known), { gathering: false, counting: null });
  const totals = { ...next.roster.totals, matching: here && change !== 'add' ? ids.size : matching };
  return counted(step(withRoster(next, { totals })));
}

/** Selects others; where it is not known how many of them match, that is to be counted. */
export function withSelected(app: App, selected: Selection, selectedMatching: number | null): App {
  const { totals, uncounted } = app.roster;
  return withRoster(app, {
    selected,
    totals: { ...totals, selectedMatching },
    uncounted: { ...uncounted, totals: uncounted.totals || selectedMatching === null },
  });
}
