import { readQueues, readRoles } from '../../db/catalog.ts';
import type { Db } from '../../db/dialect.ts';
import { matchingIds } from '../../db/window.ts';
import type { MissingFilters } from '../roster/effects.ts';
import { gathered, type Selection, withoutAll } from '../roster/selection.ts';
import type { Turn } from '../roster/turn.ts';
import { type View, wholeRoster } from '../roster/view.ts';

/** Which of the filters in force were deleted by others: their names. */
export async function missingFilters(db: Db, view: View): Promise<MissingFilters> {
  return {
    queue: missing(view.queue, view.queue ? await readQueues(db) : []),
    role: missing(view.role, view.role ? await readRoles(db) : []),
  };
}

function missing(filter: View['queue'], existing: readonly { id: number }[]): string | null {
  if (!filter || existing.some(({ id }) => id === filter.id)) return null;
  return filter.name;
}

/** Up to so many people are looked up one by one; for more all users are read. */
const lookedUp = 1_000;

/** Which of these people are no users any more. Of no use if the turn is overtaken. */
export async function noLongerUsers(db: Db, selected: Selection, turn: Turn): Promise<Selection> {
  const among = selected.size > lookedUp ? wholeRoster : { ...wholeRoster, only: selected };
  return withoutAll(selected, await gathered(matchingIds(db, among, turn)));
}
