import type { User } from '../source/roster/user.ts';
import { type Sort, wholeRoster } from '../source/roster/view.ts';
import type { Db } from './dialect.ts';
import { type Filter, passes } from './filters.ts';
import { beyond, positionOf } from './order.ts';
import { readUsers } from './users.ts';
import { ordered } from './window.ts';

export interface UserQuery {
  filters: readonly Filter[];
  sort?: Sort;
  limit?: number;
  offset?: number;
}

const pageLength = 500;

/** The users who pass the filters, in order, some hundred at a time; run it in a snapshot. */
export async function* userPages(
  db: Db,
  { filters, sort, limit, offset = 0 }: UserQuery,
): AsyncGenerator<User[]> {
  const view = { ...wholeRoster, sort: sort ?? wholeRoster.sort };
  let missing = limit ?? Number.POSITIVE_INFINITY;
  let last: number | null = null;
  while (missing > 0) {
    const wanted = Math.min(pageLength, missing);
    let query = ordered(db, view)
      .select('users.person_id')
      .where(eb => passes(eb, filters))
      .limit(wanted);
    const position: Awaited<ReturnType<typeof positionOf>> =
      last === null ? null : await positionOf(db, view.sort, last);
    // Only what was asked to be left out is skipped by counting; the pages follow each other by key.
    query = position ? query.where(beyond(view.sort, position, 'after')) : query.offset(offset);
    const ids: number[] = (await query.execute()).map(row => row.person_id);
    if (ids.length === 0) return;
    const users = await readUsers(db, ids);
    yield ids.flatMap(id => users.get(id) ?? []);
    if (ids.length < wanted) return;
    missing -= ids.length;
    last = ids.at(-1) ?? null;
  }
}

/** The ids of the users who pass the filters, by name; at most `limit` of them. */
export async function idsOf(db: Db, filters: readonly Filter[], limit: number): Promise<number[]> {
  const rows = await ordered(db, wholeRoster)
    .select('users.person_id')
    .where(eb => passes(eb, filters))
    .limit(limit)
    .execute();
  return rows.map(row => row.person_id);
}

/** How many users pass the filters. */
export async function countOf(db: Db, filters: readonly Filter[]): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(eb => passes(eb, filters))
    .executeTakeFirstOrThrow();
  return count;
}
