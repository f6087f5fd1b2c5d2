import { type UsedKind, usedKinds } from '../../source/roster/catalog/catalog-users.ts';
import type { Db } from '../sqlite/dialect.ts';

/** The people who have the queue, role, skill, team or region with this id; at most `limit` of them. */
export async function usersOf(db: Db, of: UsedKind, id: number, limit: number): Promise<number[]> {
  if (of === 'queue') return await membersOf(db, id, limit);
  const { table, key } = places[of];
  const rows = await db.selectFrom(table).select('person_id').where(key, '=', id).limit(limit).execute();
  return rows.map(row => row.person_id);
}

/** By the list of the queue; memberships themselves are kept by person. */
async function membersOf(db: Db, id: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('queue_listing')
    .innerJoin('user_search', 'user_search.name_rank', 'queue_listing.name_rank')
    .select('person_id')
    .where('queue_id', '=', id)
    .limit(limit)
    .execute();
  return rows.map(row => row.person_id);
}

/** How many users have each thing of a kind, by its id; those that nobody has are left out. */
export async function usersByThing(db: Db, of: UsedKind): Promise<Map<number, number>> {
  const { table, key } = places[of];
  const rows = await db
    .selectFrom(table)
    .select(eb => [`${key} as id`, eb.fn.countAll<number>().as('users')])
    .where(key, 'is not', null)
    .groupBy(key)
    .execute();
  return new Map(rows.map(row => [row.id, row.users]));
}

/** Where it stands who has what. To the compiler they are all queues: the columns are alike. */
const places = Object.fromEntries(
  usedKinds.map(of => {
    const table =
      { queue: 'queue_members', skill: 'user_skills', role: 'user_search' }[of as string] ?? 'users';
    return [of, { table, key: `${of}_id` }];
  }),
) as Record<UsedKind, { table: 'queue_members'; key: 'queue_id' }>;
