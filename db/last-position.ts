import type { FieldChanges } from '../source/roster/change-set.ts';
import { fold } from '../source/roster/fold.ts';
import type { Sort } from '../source/roster/view.ts';
import type { Db } from './dialect.ts';
import { type Position, positionIn } from './order.ts';
import { sortKeys } from './write-users.ts';

/**
 * Where somebody stood in the order who is no user any more: the history of their removal kept all that
 * put them there. Null for those who never were a user.
 */
export async function lastPositionOf(db: Db, sort: Sort, person_id: number): Promise<Position | null> {
  const removal = await db
    .selectFrom('changes')
    .innerJoin('people', 'people.person_id', 'changes.person_id')
    .select(['changes.fields', 'people.display_name', 'people.user_email', 'people.department'])
    .where('changes.person_id', '=', person_id)
    .where('changes.action', '=', 'remove')
    .orderBy('changes.change_set_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!removal) return null;
  const { role, user_access, status_name, display_name } = JSON.parse(removal.fields) as FieldChanges;
  return positionIn(sort, {
    ...sortKeys(removal, display_name?.before ?? null),
    role_key: fold(role?.before?.name ?? ''),
    user_access: user_access?.before ?? '',
    status_name: status_name?.before ?? '',
    person_id,
  });
}
