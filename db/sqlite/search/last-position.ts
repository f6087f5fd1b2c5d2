import type { FieldChanges } from '../../../source/roster/plan/change-set.ts';
import type { Db } from '../dialect.ts';
import type { Listing } from './list.ts';
import { type Position, segmentOf } from './order.ts';
import { placesOf } from './ranks.ts';
import { userKeys } from './search-keys.ts';

/**
 * Where somebody stood in the order who is no user any more: the history of their removal kept all that
 * put them there. Null for those who never were a user.
 */
export async function lastPositionOf(
  db: Db,
  { segments }: Listing,
  person_id: number,
): Promise<Position | null> {
  const removal = await db
    .selectFrom('changes')
    .innerJoin('people', 'people.person_id', 'changes.person_id')
    .select(['changes.fields', 'people.display_name', 'people.user_email', 'people.department'])
    .select('people.email_key')
    .where('changes.person_id', '=', person_id)
    .where('changes.action', '=', 'remove')
    .orderBy('changes.change_set_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!removal) return null;
  const { role, user_access, status_name, display_name } = JSON.parse(removal.fields) as FieldChanges;
  const { name_key } = userKeys(removal, display_name?.before ?? null);
  const [place] = await placesOf(db, [{ person_id, name_key }]);
  const segment = segmentOf(segments, {
    role_id: role?.before?.id ?? 0,
    user_access: user_access?.before ?? '',
    status_name: status_name?.before ?? '',
  });
  // Their role may be gone by now, and with it their place.
  if (segment < 0) return null;
  return {
    person_id,
    // Between two ranks, as they themselves stood.
    name_rank: place?.before == null ? (place?.behind ?? 0) + 0.5 : place.before - 0.5,
    email_key: removal.email_key,
    segment,
  };
}
