import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { searchWords } from '../source/roster/search-terms.ts';
import type { View } from '../source/roster/view.ts';
import type { Db } from './dialect.ts';
import type { Tables } from './tables.ts';

/** The rows of `json_each`, as numbers: a list of any length as one parameter. */
export function idList(ids: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(ids)}))`;
}

/** The users of a view, in no order. */
export function matching(db: Db, view: View) {
  return db.selectFrom('users').where(eb => matches(eb, view));
}

/** Whether a user belongs to the view: every word of the search, the queue, the status, the role. */
export function matches(eb: ExpressionBuilder<Tables, 'users'>, view: View): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = searchWords(view.search).map(
    word => sql<SqlBool>`instr(users.search_key, ${word}) > 0`,
  );
  if (view.status) conditions.push(eb('users.user_access', '=', view.status));
  if (view.role) conditions.push(eb('users.role_id', '=', view.role.id));
  if (view.queue) conditions.push(eb.exists(membership(eb, view.queue.id)));
  if (view.only) conditions.push(eb('users.person_id', 'in', idList(view.only)));
  return eb.and(conditions);
}

function membership(eb: ExpressionBuilder<Tables, 'users'>, queue: number) {
  return eb
    .selectFrom('queue_members')
    .select('queue_members.queue_id')
    .whereRef('queue_members.person_id', '=', 'users.person_id')
    .where('queue_members.queue_id', '=', queue);
}
