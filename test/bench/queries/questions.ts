import { readQueues, readRoles } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { countView } from '../../../db/users/totals.ts';
import { matchingIds, rosterWindow } from '../../../db/users/window.ts';
import { gathered, nobody } from '../../../source/roster/screen/selection.ts';
import { sortColumns, type View, wholeRoster } from '../../../source/roster/screen/view.ts';
import type { WindowRequest } from '../../../source/roster/users/row.ts';
import type { Way } from '../sections/ways.ts';

/** What a key asks of the database: one or several queries, one after the other. */
export interface Question {
  /** For whoever reads the figures. */
  what: string;
  ask(db: Db): Promise<unknown>;
}

/** Lines of the table in a terminal of 40. */
const height = 34;
const middle = height / 2;

export async function viewOf(db: Db, way: Way): Promise<View> {
  const [queues, roles] = [await readQueues(db), await readRoles(db)];
  const named = <T extends { name: string }>(all: readonly T[], name: string | undefined) =>
    all.find(one => one.name === name) ?? null;
  const { queue, search = '' } = { queue: undefined, search: undefined, ...way.selected };
  const selected = { ...wholeRoster, queue: named(queues, queue), search };
  return {
    search: '',
    queue: named(queues, way.queue),
    status: way.status ?? null,
    role: named(roles, way.role),
    package: null,
    only: way.selected === undefined ? null : await gathered(matchingIds(db, selected)),
    sort: { column: sortColumns[way.sort ?? 0]!, reverse: way.reversed ?? false },
  };
}

/** Moving about in a view: its ends, and a row and a page on from some of its users. */
export function moves(view: View, users: readonly number[]): Question[] {
  const ends = (['first', 'last'] as const).map(anchor => request({ anchor, cursorLine: 0 }));
  const steps = users.flatMap(anchor =>
    [1, -1, height, -height].map(delta => request({ anchor, delta, cursorLine: middle })),
  );
  return [...ends, ...steps].map(wanted => ({
    what: `${wanted.anchor} + ${wanted.delta}`,
    ask: db => rosterWindow(db, view, wanted),
  }));
}

/**
 * Typing a needle: the rows of each letter, with the cursor on the user where it was before it; and the exact totals at
 * its first letter and at its end, with the number of the row where the cursor is.
 */
export function typing(view: View, needle: string): { letters: Question[]; totals: Question[] } {
  const typed = [...needle];
  const cursors: (number | undefined)[] = [];
  const texts = typed.map((_, index) => typed.slice(0, index + 1).join(''));
  const letters = texts.map((search, index) => ({
    what: `"${search}"`,
    async ask(db: Db) {
      const anchor = cursors[index - 1] ?? 'first';
      const window = await rosterWindow(db, { ...view, search }, request({ anchor, cursorLine: 0 }));
      cursors[index] = window?.rows[window.cursor]?.person_id;
    },
  }));
  const totals = [...new Set([0, texts.length - 1])].map(index => ({
    what: `total of "${texts[index]}"`,
    ask(db: Db) {
      const person_id = cursors[index] ?? null;
      return countView(db, { ...view, search: texts[index]! }, { selected: nobody, person_id });
    },
  }));
  return { letters, totals };
}

function request(wanted: Partial<WindowRequest>): WindowRequest {
  return { anchor: 'first', anchorRow: null, delta: 0, cursorLine: 0, height, ifGone: 'first', ...wanted };
}
