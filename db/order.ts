import { type Expression, type SqlBool, sql } from 'kysely';
import type { Sort } from '../source/roster/view.ts';
import type { Db } from './dialect.ts';

/** The columns that put users in order; the last one is unique. All of them run the same way, so one index serves both. */
const keyColumns = {
  name: ['name_key', 'person_id'],
  email: ['email_key', 'person_id'],
  role: ['role_key', 'name_key', 'person_id'],
  status: ['user_access', 'name_key', 'person_id'],
  presence: ['status_name', 'name_key', 'person_id'],
} as const;

/** Where a user stands in an order: the values of its key columns. */
export type Position = readonly (string | number)[];

export function orderColumns(sort: Sort) {
  return keyColumns[sort.column].map(column => `users.${column}` as const);
}

/** The users on one side of a position in the order, or at it. */
export function beyond(
  sort: Sort,
  position: Position,
  side: 'before' | 'from' | 'after' | 'until',
): Expression<SqlBool> {
  const forward = { before: '<', from: '>=', after: '>', until: '<=' } as const;
  const backward = { before: '>', from: '<=', after: '<', until: '>=' } as const;
  const operator = sort.reverse ? backward[side] : forward[side];
  const columns = sql.join(orderColumns(sort).map(column => sql.ref(column)));
  return sql<SqlBool>`(${columns}) ${sql.raw(operator)} (${sql.join(position)})`;
}

/** The position that a row with the key columns of the order is at. */
export function positionIn(sort: Sort, row: object): Position {
  return keyColumns[sort.column].map(column => (row as Record<string, string | number>)[column]!);
}

/** Whose position it is. */
export function personAt(position: Position): number {
  return position.at(-1) as number;
}

/** Where a person stands in the order, if they are a user. */
export async function positionOf(db: Db, sort: Sort, person_id: number): Promise<Position | null> {
  const row = await db
    .selectFrom('users')
    .select(orderColumns(sort))
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return row ? positionIn(sort, row) : null;
}
