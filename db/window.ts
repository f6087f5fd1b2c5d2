import type { Row, RowWindow, WindowRequest } from '../source/roster/row.ts';
import type { View } from '../source/roster/view.ts';
import type { Db } from './dialect.ts';
import { lastPositionOf } from './last-position.ts';
import { idList, matching } from './matching.ts';
import { beyond, orderColumns, type Position, personAt, positionIn, positionOf } from './order.ts';

/**
 * The rows around a cursor. By keyset from the order's index: what comes before and after a position,
 * never an offset. The cursor's line moves only where the list begins or ends.
 */
export async function rosterWindow(db: Db, view: View, request: WindowRequest): Promise<RowWindow> {
  const cursor = await cursorPosition(db, view, request);
  if (!cursor) return { rows: [], cursor: -1, before: 0 };
  const height = Math.max(1, request.height);
  const line = Math.min(Math.max(0, request.cursorLine), height - 1);
  const beside = (side: Stretch['side'], limit: number) =>
    stretch(db, view, { side, position: cursor, limit });
  let above = await beside('before', line);
  const below = await beside('from', height - above.length);
  const missing = height - above.length - below.length;
  if (missing > 0 && above.length === line) above = await beside('before', line + missing);
  const rows = await rowsOf(db, [...above.reverse(), ...below].map(personAt));
  return { rows, cursor: above.length, before: (await countBefore(db, view, cursor)) - above.length };
}

async function cursorPosition(db: Db, view: View, request: WindowRequest): Promise<Position | null> {
  const { anchor, delta, ifGone } = request;
  const end = async (side: 'from' | 'before') => (await stretch(db, view, { side, limit: 1 }))[0] ?? null;
  if (typeof anchor !== 'number') {
    const start = await end(anchor === 'first' ? 'from' : 'before');
    return start && ((await step(db, view, start, delta)) ?? start);
  }
  const row = await positions(db, view).where('users.person_id', '=', anchor).executeTakeFirst();
  if (row) {
    const start = positionIn(view.sort, row);
    return delta === 0 ? start : ((await step(db, view, start, delta)) ?? start);
  }
  if (ifGone === 'first') return end('from');
  const left = (await positionOf(db, view.sort, anchor)) ?? (await lastPositionOf(db, view.sort, anchor));
  if (!left) return end('from');
  return (await step(db, view, left, delta)) ?? end(delta < 0 ? 'from' : 'before');
}

/** `delta` rows on from a position, or as far as there are rows that way; null where there are none. */
async function step(db: Db, view: View, position: Position, delta: number): Promise<Position | null> {
  const side = delta < 0 ? 'before' : 'from';
  // From the position on, whoever stands at it is the first; before it, the nearest is.
  const limit = delta < 0 ? -delta : delta + 1;
  return (await stretch(db, view, { side, position, limit })).at(-1) ?? null;
}

/** The users of a view in its order, or from its end backward. */
export function ordered(db: Db, view: View, backward = false) {
  const direction = view.sort.reverse === backward ? 'asc' : 'desc';
  let query = matching(db, view);
  for (const column of orderColumns(view.sort)) query = query.orderBy(column, direction);
  return query;
}

function positions(db: Db, view: View, backward = false) {
  return ordered(db, view, backward).select(orderColumns(view.sort));
}

interface Stretch {
  side: 'before' | 'from';
  /** Left out: the end of the list. */
  position?: Position;
  limit: number;
}

/** The rows on one side of a position, the nearest first. */
async function stretch(db: Db, view: View, { side, position, limit }: Stretch): Promise<Position[]> {
  if (limit <= 0) return [];
  let query = positions(db, view, side === 'before').limit(limit);
  if (position) query = query.where(beyond(view.sort, position, side));
  return (await query.execute()).map(row => positionIn(view.sort, row));
}

async function countBefore(db: Db, view: View, position: Position): Promise<number> {
  const { count } = await matching(db, view)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(beyond(view.sort, position, 'before'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Who stands between two people in the view's order, both included; empty if one of them is no user. */
export async function idsBetween(db: Db, view: View, one: number, other: number): Promise<number[]> {
  const a = await positionOf(db, view.sort, one);
  const b = await positionOf(db, view.sort, other);
  if (!a || !b) return [];
  const between = (from: Position, to: Position) =>
    positions(db, view)
      .where(beyond(view.sort, from, 'from'))
      .where(beyond(view.sort, to, 'until'))
      .execute();
  const forward = await between(a, b);
  const rows = forward.length > 0 ? forward : await between(b, a);
  return rows.map(row => personAt(positionIn(view.sort, row)));
}

/** What the table shows of these people, in the order given; those who are no users are left out. */
export async function rowsOf(db: Db, wanted: readonly number[]): Promise<Row[]> {
  const users = await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .innerJoin('roles', 'roles.role_id', 'users.role_id')
    .select(['users.person_id', 'people.user_email', 'people.department', 'roles.role_name'])
    .select(['users.status_name', 'users.sub_status_name', 'users.user_access'])
    .select(eb => eb.fn.coalesce('users.display_name', 'people.display_name').as('name'))
    .where('users.person_id', 'in', idList(wanted))
    .execute();
  const memberships = await db
    .selectFrom('queue_members')
    .innerJoin('queues', 'queues.queue_id', 'queue_members.queue_id')
    .select(['queue_members.person_id', 'queues.queue_name'])
    .where('queue_members.person_id', 'in', idList(wanted))
    .orderBy('queues.queue_key')
    .execute();
  const queues = Map.groupBy(memberships, membership => membership.person_id);
  const byId = new Map(users.map(user => [user.person_id, user]));
  return wanted.flatMap(person_id => {
    const user = byId.get(person_id);
    if (!user) return [];
    return {
      person_id,
      name: user.name ?? '',
      email: user.user_email,
      department: user.department,
      role: user.role_name,
      queues: (queues.get(person_id) ?? []).map(membership => membership.queue_name),
      presence: user.status_name,
      presenceReason: user.sub_status_name,
      status: user.user_access,
    };
  });
}

/** Everybody who matches; the order is of no account. */
export async function matchingIds(db: Db, view: View): Promise<number[]> {
  const rows = await matching(db, view).select('users.person_id').execute();
  return rows.map(row => row.person_id);
}
