import { sql } from 'kysely';
import type { NewUserRow, Tables } from '../../tables.ts';
import { bulkInsert } from '../bulk-insert.ts';
import type { Db } from '../dialect.ts';
import { idList } from '../id-list.ts';
import { ranksFor } from './ranks.ts';
import { isActive, presenceOrder, userKeys } from './search-keys.ts';

type SearchRow = Tables['user_search'];

/** Makes users findable who were just written with these ranks; their queues are added with the memberships. */
export async function insertSearch(
  trx: Db,
  users: readonly Pick<NewUserRow, 'person_id' | 'name_rank' | 'role_id' | 'user_access' | 'status_name'>[],
  keys: ReadonlyMap<number, string>,
): Promise<void> {
  const rows = users.map(
    ({ person_id, name_rank, role_id, user_access, status_name }): SearchRow => ({
      name_rank,
      person_id,
      role_id,
      is_active: user_access === 'active' ? 1 : 0,
      presence: presenceOrder.indexOf(status_name),
      queue_ids: ',',
      search_key: keys.get(person_id)!,
    }),
  );
  await insertInOrder(trx, rows);
}

const insertRows = bulkInsert('user_search', [
  'name_rank',
  'person_id',
  'role_id',
  'is_active',
  'presence',
  'queue_ids',
  'search_key',
]);

/** The index of trigrams takes what comes in the order of ranks in one go; going back makes it begin anew. */
async function insertInOrder(trx: Db, rows: readonly SearchRow[]): Promise<void> {
  const inOrder = rows.toSorted((one, other) => one.name_rank - other.name_rank);
  await insertRows(trx, inOrder);
}

/** Nobody finds these users any more; in the order of ranks, as a list that is looked up in is sorted first. */
export async function deleteSearch(trx: Db, ids: ReturnType<typeof idList>): Promise<void> {
  await sql`delete from user_search where name_rank in (select name_rank from users where person_id in ${ids})`.execute(
    trx,
  );
}

/** Brings these users' names, e-mails and departments up to date where they are sorted and searched by. */
export async function refreshSearch(trx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await trx
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .innerJoin('user_search', 'user_search.name_rank', 'users.name_rank')
    .selectAll('user_search')
    .select(['users.display_name as own_name', 'people.display_name', 'people.user_email'])
    .select('people.department')
    .where('users.person_id', 'in', idList(ids))
    .execute();
  const changed = rows.flatMap(({ own_name, display_name, user_email, department, ...row }) => {
    const keys = userKeys({ display_name, user_email, department }, own_name);
    return keys.search_key === row.search_key ? [] : [{ ...row, ...keys }];
  });
  if (changed.length === 0) return;
  const changedIds = idList(changed.map(row => row.person_id));
  await leaveList(trx, changedIds);
  const ranks = await ranksFor(trx, changed);
  const moved = changed.map(({ name_key: _, ...row }) => ({ ...row, name_rank: ranks.get(row.person_id)! }));
  for (const { person_id, name_rank } of moved)
    await trx.updateTable('users').set({ name_rank }).where('person_id', '=', person_id).execute();
  await insertInOrder(trx, moved);
  await sql`insert into queue_listing (queue_id, is_active, name_rank)
    select m.queue_id, ${sql.raw(isActive('u'))}, u.name_rank
    from users u join queue_members m on m.person_id = u.person_id where u.person_id in ${changedIds}`.execute(
    trx,
  );
}

/** Takes users out of what is ordered by name, to come back in another place. */
async function leaveList(trx: Db, ids: ReturnType<typeof idList>): Promise<void> {
  await sql`delete from queue_listing where (queue_id, is_active, name_rank) in (
    select m.queue_id, ${sql.raw(isActive('u'))}, u.name_rank
    from users u join queue_members m on m.person_id = u.person_id where u.person_id in ${ids}
  )`.execute(trx);
  await deleteSearch(trx, ids);
}
