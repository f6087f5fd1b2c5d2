import { sql } from 'kysely';
import { type View, wholeRoster } from '../../source/roster/screen/view.ts';
import type { RowWindow, WindowRequest } from '../../source/roster/users/row.ts';
import type { Db } from '../sqlite/dialect.ts';
import { conditionsOf, holds } from '../sqlite/search/conditions.ts';
import { lastPositionOf } from '../sqlite/search/last-position.ts';
import { type Listing, listingOf, peopleBeside, peopleFrom } from '../sqlite/search/list.ts';
import { type Position, positionOf } from '../sqlite/search/order.ts';
import { compareBytes } from '../sqlite/search/search-keys.ts';
import { rowsOf } from './rows.ts';

/**
 * The rows around a cursor: what comes before and after a position in the order, never an offset. The cursor's line
 * moves only where the list begins or ends.
 */
export async function rosterWindow(db: Db, view: View, request: WindowRequest): Promise<RowWindow> {
  return await windowOf(db, await listingOf(db, conditionsOf(view), view.sort), request);
}

async function windowOf(db: Db, listing: Listing, request: WindowRequest): Promise<RowWindow> {
  const height = Math.max(1, request.height);
  const cursor = await cursorOf(db, listing, request);
  if (!cursor) return { rows: [], cursor: -1, before: 0 };
  if (cursor === 'first') return await firstWindow(db, listing, height);
  const { position, row } = cursor;
  const line = Math.min(Math.max(0, request.cursorLine), height - 1);
  const beside = (side: 'before' | 'from', limit: number) =>
    peopleBeside(db, listing, { side, position, limit });
  let wanted = line;
  let above = await beside('before', wanted);
  const below = await beside('from', height - above.length);
  const missing = height - above.length - below.length;
  if (missing > 0 && above.length === line) {
    wanted = line + missing;
    above = await beside('before', wanted);
  }
  const rows = await rowsOf(db, [...above.toReversed(), ...below]);
  // Where there were fewer above than asked for, the list begins with them.
  const before = above.length < wanted ? 0 : row === null ? null : row - above.length;
  return { rows, cursor: above.length, before };
}

/** From the first row on, read once: where hardly anybody matches, the whole order is gone through for them. */
async function firstWindow(db: Db, listing: Listing, height: number): Promise<RowWindow> {
  const rows = await rowsOf(db, await peopleBeside(db, listing, { side: 'from', limit: height }));
  return { rows, cursor: rows.length > 0 ? 0 : -1, before: 0 };
}

/** Where the cursor goes, and the row's number in the view if it is known without counting. */
interface Cursor {
  position: Position;
  row: number | null;
}

/** `first`: to the first row of all, if there is one. Null: there are no rows. */
async function cursorOf(db: Db, listing: Listing, request: WindowRequest): Promise<Cursor | 'first' | null> {
  const { anchor, delta, ifGone, anchorRow } = request;
  const at = async (id: number | undefined, row: number | null) => {
    const position = id === undefined ? null : await positionOf(db, listing.segments, id);
    return position && { position, row };
  };
  const end = async (side: 'from' | 'before') => {
    const [id] = await peopleBeside(db, listing, { side, limit: 1 });
    return at(id, side === 'from' ? 0 : anchor === 'last' ? anchorRow : null);
  };
  if (anchor === 'first' && delta === 0) return 'first';
  if (typeof anchor !== 'number') {
    const start = await end(anchor === 'first' ? 'from' : 'before');
    return start && (await moved(db, listing, start, delta));
  }
  if (await isListed(db, listing, anchor)) {
    const start = await at(anchor, anchorRow);
    return start && (await moved(db, listing, start, delta));
  }
  if (ifGone === 'first') return 'first';
  const left =
    (await positionOf(db, listing.segments, anchor)) ?? (await lastPositionOf(db, listing, anchor));
  if (!left) return 'first';
  const next = await neighbor(db, listing, left, delta);
  return (await at(next?.id, null)) ?? (delta < 0 ? 'first' : end('before'));
}

async function moved(db: Db, listing: Listing, start: Cursor, delta: number): Promise<Cursor> {
  const found = delta === 0 ? null : await neighbor(db, listing, start.position, delta);
  const position = found && (await positionOf(db, listing.segments, found.id));
  if (!found || !position) return start;
  return { position, row: start.row === null ? null : start.row + found.by };
}

/** Who stands `delta` rows on from a position, or as far as there are rows that way; null where there are none. */
async function neighbor(db: Db, listing: Listing, position: Position, delta: number) {
  const side = delta < 0 ? 'before' : 'from';
  // From the position on, whoever stands at it is the first; before it, the nearest is.
  const limit = delta < 0 ? -delta : delta + 1;
  const ids = await peopleBeside(db, listing, { side, position, limit });
  const id = ids.at(-1);
  return id === undefined ? null : { id, by: delta < 0 ? -ids.length : ids.length - 1 };
}

async function isListed(db: Db, { conditions }: Listing, person_id: number): Promise<boolean> {
  if (conditions.only && !conditions.only.has(person_id)) return false;
  const { rows } = await sql`
    select 1 from users u cross join user_search s on s.name_rank = u.name_rank
    where u.person_id = ${person_id} and ${holds(conditions)}`.execute(db);
  return rows.length > 0;
}

/** Who stands between two people in the view's order, both included, page by page; nobody if one of them is no user. */
export async function* idsBetween(
  db: Db,
  view: View,
  [one, other]: readonly [number, number],
): AsyncGenerator<number[]> {
  const listing = await listingOf(db, conditionsOf(view), view.sort);
  const [a, b] = [await positionOf(db, listing.segments, one), await positionOf(db, listing.segments, other)];
  if (!a || !b) return;
  const [position, end] = isBefore(listing, a, b) ? [a, b] : [b, a];
  const last = await lastUntil(db, listing, end);
  if (!last || isBefore(listing, last, position)) return;
  for await (const page of peopleFrom(db, listing, { side: 'from', position })) {
    const at = page.indexOf(last.person_id);
    yield at < 0 ? page : page.slice(0, at + 1);
    if (at >= 0) return;
  }
}

/** Who of the list stands at a position, or last before it. */
async function lastUntil(db: Db, listing: Listing, position: Position): Promise<Position | null> {
  if (await isListed(db, listing, position.person_id)) return position;
  const [id] = await peopleBeside(db, listing, { side: 'before', position, limit: 1 });
  return id === undefined ? null : await positionOf(db, listing.segments, id);
}

function isBefore({ segments, sort }: Listing, one: Position, other: Position): boolean {
  if (one.segment !== other.segment) return one.segment < other.segment;
  const by = segments ? one.name_rank - other.name_rank : compareBytes(one.email_key, other.email_key);
  return sort.reverse ? by > 0 : by < 0;
}

/** Everybody who matches, in the view's order, page by page. */
export async function* orderedIds(db: Db, view: View): AsyncGenerator<number[]> {
  yield* peopleFrom(db, await listingOf(db, conditionsOf(view), view.sort), { side: 'from' });
}

/** Everybody who matches, page by page; the order is of no account. */
export function matchingIds(db: Db, view: View): AsyncGenerator<number[]> {
  return orderedIds(db, { ...view, sort: wholeRoster.sort });
}
