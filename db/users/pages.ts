import { type Sort, type View, wholeRoster } from '../../source/roster/screen/view.ts';
import type { Row } from '../../source/roster/users/row.ts';
import type { User } from '../../source/roster/users/user.ts';
import type { Db } from '../sqlite/dialect.ts';
import { type Conditions, conditionsOf } from '../sqlite/search/conditions.ts';
import { count } from '../sqlite/search/count.ts';
import { listingOf, peopleBeside, peopleFrom } from '../sqlite/search/list.ts';
import { conditionsOfFilters, type Filter } from './filters.ts';
import { rowsOf } from './rows.ts';
import { readUsers } from './users.ts';

export interface UserQuery {
  filters: readonly Filter[];
  sort?: Sort;
  limit?: number;
  offset?: number;
}

/** So few that what was made of a page is garbage before it would be moved to where garbage is collected late. */
const pageLength = 50;

/** The users who pass the filters, in order, page by page; run it in a snapshot. */
export async function* userPages(
  db: Db,
  { filters, sort = wholeRoster.sort, limit, offset }: UserQuery,
): AsyncGenerator<User[]> {
  const pages = idPages(db, conditionsOfFilters(filters), { sort, limit, offset });
  for await (const ids of pages) yield await usersOf(db, ids);
}

/** Everybody whom a view shows, in its order, page by page; run it in a snapshot. */
export async function* viewPages(db: Db, view: View): AsyncGenerator<User[]> {
  for await (const ids of idPages(db, conditionsOf(view), view)) yield await usersOf(db, ids);
}

/** As `viewPages`, with what the table shows of them. */
export async function* rowPages(db: Db, view: View): AsyncGenerator<Row[]> {
  for await (const ids of idPages(db, conditionsOf(view), view)) yield await rowsOf(db, ids);
}

interface Pages {
  sort: Sort;
  limit?: number | undefined;
  offset?: number | undefined;
}

async function* idPages(
  db: Db,
  conditions: Conditions,
  { sort, limit = Number.POSITIVE_INFINITY, offset = 0 }: Pages,
): AsyncGenerator<number[]> {
  const listing = await listingOf(db, conditions, sort);
  let missing = limit;
  let skipped = 0;
  for await (const page of peopleFrom(db, listing, { side: 'from' })) {
    const ids = page.slice(Math.min(page.length, offset - skipped)).slice(0, missing);
    skipped += Math.min(page.length, offset - skipped);
    missing -= ids.length;
    for (let at = 0; at < ids.length; at += pageLength) yield ids.slice(at, at + pageLength);
    if (missing <= 0) return;
  }
}

async function usersOf(db: Db, ids: readonly number[]): Promise<User[]> {
  const users = await readUsers(db, ids);
  return ids.flatMap(id => users.get(id) ?? []);
}

/** The ids of the users who pass the filters, by name; at most `limit` of them. */
export async function idsOf(db: Db, filters: readonly Filter[], limit: number): Promise<number[]> {
  const listing = await listingOf(db, conditionsOfFilters(filters), wholeRoster.sort);
  return await peopleBeside(db, listing, { side: 'from', limit });
}

/** How many users pass the filters. */
export async function countOf(db: Db, filters: readonly Filter[]): Promise<number> {
  return await count(db, conditionsOfFilters(filters));
}
