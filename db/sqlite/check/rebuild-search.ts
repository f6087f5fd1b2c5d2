import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { bulkInsert } from '../bulk-insert.ts';
import type { Db } from '../dialect.ts';
import { beginSearch, leaveRoom, searchSteps } from '../search/fill-search.ts';
import { userKeys } from '../search/search-keys.ts';
import { takenOut } from '../taken-out.ts';

/**
 * Lets `fill` write rows as they come, without triggers, and makes anew what is kept in step with users by them: what they
 * are searched, ordered and counted by. For a database that nobody else sees.
 */
export async function withSearchAnew<T>(db: Db, fill: () => Promise<T>): Promise<T> {
  const triggers = await takenOut(db, ['trigger']);
  for (const table of ['user_search', 'queue_listing', 'license_use'] as const)
    await db.deleteFrom(table).execute();
  await sql`insert into user_trigrams (user_trigrams) values ('delete-all')`.execute(db);
  const result = await fill();
  await beginSearch(db);
  await collectKeys(db);
  for (const step of [...searchSteps, leaveRoom]) {
    await step(db);
    await setImmediate();
  }
  for (const text of triggers) await sql.raw(text).execute(db);
  return result;
}

const usersAtOnce = 2_000;

async function collectKeys(db: Db): Promise<void> {
  const insert = bulkInsert('draft_search', ['person_id', 'queue_ids', 'search_key']);
  for (let after = 0; ; ) {
    const users = await db
      .selectFrom('users')
      .innerJoin('people', 'people.person_id', 'users.person_id')
      .select(['users.person_id', 'users.display_name as own_name', 'people.display_name'])
      .select(['people.user_email', 'people.department'])
      .select(
        sql<string>`(select ',' || coalesce(group_concat(queue_id || ',', ''), '') from queue_members m where m.person_id = users.person_id)`.as(
          'queue_ids',
        ),
      )
      .where('users.person_id', '>', after)
      .orderBy('users.person_id')
      .limit(usersAtOnce)
      .execute();
    const rows = users.map(({ person_id, own_name, queue_ids, ...person }) => ({
      person_id,
      queue_ids,
      search_key: userKeys(person, own_name).search_key,
    }));
    await insert(db, rows);
    await setImmediate();
    const last = users.at(-1);
    if (!last) return;
    after = last.person_id;
  }
}
