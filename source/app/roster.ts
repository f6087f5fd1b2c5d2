import { changeSetLimit } from '../roster/plan/change-set.ts';
import { tooManyChanges } from '../roster/plan/plan.ts';
import type { CountEffect } from '../roster/screen/effects.ts';
import { nobody, type Selection } from '../roster/screen/selection.ts';
import type { View } from '../roster/screen/view.ts';
import type { ColumnId } from '../roster/users/columns.ts';
import type { Row, Totals, WindowRequest } from '../roster/users/row.ts';

/** The table and all that narrows, orders and marks it. */
export interface RosterState {
  view: View;
  /** The rows on screen and no others; those of the view before until the ones of a new view are there. */
  rows: Row[];
  /** Index in `rows`; -1 when there are none. */
  cursor: number;
  /** How many users of the view come before `rows`; null until it is known. */
  before: number | null;
  totals: { [Total in keyof Totals]: number | null };
  /** What has to be counted: it is not known, or from before somebody changed something. */
  uncounted: { row: boolean; totals: boolean };
  /** The count that has not come back yet. */
  counting: CountEffect | null;
  /** The rows that have not come back yet. */
  asked: AskedRows | null;
  /** People are being gathered whom a key is to select. */
  gathering: boolean;
  selected: Selection;
  /** What `-` unselected, to be brought back by it. */
  unselected: Selection;
  /** Where a range was begun: the person, and where they stand in the view; null where that is not known. */
  range: { person_id: number; position: number | null } | null;
  columns: ColumnId[];
}

export interface AskedRows {
  request: WindowRequest;
  /** The cursor goes elsewhere, another view is looked at, or nothing but what others changed can be different. */
  why: 'move' | 'view' | 'again';
}

/** The table before anything is read. */
export function emptyRoster(view: View, columns: ColumnId[]): RosterState {
  return {
    view,
    rows: [],
    cursor: -1,
    before: null,
    totals: { users: null, matching: null, selectedMatching: null },
    uncounted: { row: true, totals: true },
    counting: null,
    asked: null,
    gathering: false,
    selected: nobody,
    unselected: nobody,
    range: null,
    columns,
  };
}

/** In which row of the view the cursor stands, from 0 on; null where that is not known. */
export function cursorRow({ before, cursor }: RosterState): number | null {
  return before === null || cursor < 0 ? null : before + cursor;
}

/** The selected users, or the current one if none is; a sentence where they are more than a change set holds. */
export function subjects({ selected, rows, cursor }: RosterState): number[] | string {
  if (selected.size > changeSetLimit) return tooManyChanges(selected.size).message;
  if (selected.size > 0) return [...selected];
  const current = rows[cursor];
  return current ? [current.person_id] : [];
}
