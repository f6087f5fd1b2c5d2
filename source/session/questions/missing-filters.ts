import { readQueues, readRoles } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { MissingFilters } from '../../roster/screen/effects.ts';
import type { View } from '../../roster/screen/view.ts';

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
