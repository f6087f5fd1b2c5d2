import type { User } from '../source/roster/user.ts';
import type { View } from '../source/roster/view.ts';
import type { Db } from './dialect.ts';
import { beyond, orderColumns, type Position, personAt, positionIn } from './order.ts';
import { readUsers } from './users.ts';
import { ordered } from './window.ts';

const pageLength = 500;

/** Everybody whom a view shows, in its order, some hundred at a time; run it in a snapshot. */
export async function* viewPages(db: Db, view: View): AsyncGenerator<User[]> {
  let last: Position | null = null;
  while (true) {
    let query = ordered(db, view).select(orderColumns(view.sort)).limit(pageLength);
    if (last) query = query.where(beyond(view.sort, last, 'after'));
    const positions: Position[] = (await query.execute()).map(row => positionIn(view.sort, row));
    const ids = positions.map(personAt);
    if (ids.length === 0) return;
    const users = await readUsers(db, ids);
    yield ids.flatMap(id => users.get(id) ?? []);
    last = positions.at(-1) ?? null;
  }
}
