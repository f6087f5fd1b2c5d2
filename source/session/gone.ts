import { readQueues, readRoles } from '../../db/catalog.ts';
import type { Db } from '../../db/dialect.ts';
import { matchingIds } from '../../db/window.ts';
import type { Gone } from '../roster/effects.ts';
import { type View, wholeRoster } from '../roster/view.ts';

/** Which of what the screen holds on to was deleted by others: filters by name, selected people by id. */
export async function whatIsGone(db: Db, view: View, selected: readonly number[]): Promise<Gone> {
  const queues = view.queue ? await readQueues(db) : [];
  const roles = view.role ? await readRoles(db) : [];
  return {
    queue: missing(view.queue, queues),
    role: missing(view.role, roles),
    selected: await noUsers(db, selected),
  };
}

function missing(filter: View['queue'], existing: readonly { id: number }[]): string | null {
  if (!filter || existing.some(({ id }) => id === filter.id)) return null;
  return filter.name;
}

async function noUsers(db: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const users = new Set(await matchingIds(db, { ...wholeRoster, only: ids }));
  return ids.filter(id => !users.has(id));
}
