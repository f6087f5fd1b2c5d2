import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { searchWords } from '../source/roster/search-terms.ts';
import type { UserAccess } from '../source/roster/vocabulary.ts';
import { idList } from './matching.ts';
import type { Tables } from './tables.ts';

/** One condition of a command on users; lists mean any of them. */
export type Filter =
  | { field: 'search'; text: string }
  | { field: 'status'; access: UserAccess }
  | { field: 'role'; ids: readonly number[] }
  | { field: 'queue'; ids: readonly number[] };

/** Whether a user passes all of the filters. */
export function passes(
  eb: ExpressionBuilder<Tables, 'users'>,
  filters: readonly Filter[],
): Expression<SqlBool> {
  return eb.and(filters.flatMap(filter => conditions(eb, filter)));
}

function conditions(eb: ExpressionBuilder<Tables, 'users'>, filter: Filter): Expression<SqlBool>[] {
  switch (filter.field) {
    case 'search':
      return searchWords(filter.text).map(word => sql<SqlBool>`instr(users.search_key, ${word}) > 0`);
    case 'status':
      return [eb('users.user_access', '=', filter.access)];
    case 'role':
      return [eb('users.role_id', 'in', idList(filter.ids))];
    case 'queue':
      return [
        eb.exists(
          eb
            .selectFrom('queue_members')
            .select('queue_members.queue_id')
            .whereRef('queue_members.person_id', '=', 'users.person_id')
            .where('queue_members.queue_id', 'in', idList(filter.ids)),
        ),
      ];
  }
}
