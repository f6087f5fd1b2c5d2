import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { firstRank, rankGap } from './ranks.ts';
import { isActive, nameOf, presenceOf } from './search-keys.ts';

/** Bytes of new entries that the index of trigrams keeps before it writes them out. */
const piecesAtOnce = 16_777_216;
const piecesUsually = 1_048_576;
/**
 * Pages that are filled in order are full: every user added later would split one in each index, and have its neighbors
 * written anew with it. So behind each so many users a placeholder stands, until all pages are there.
 */
const placeholderEvery = 24;
const placeholder = 0;

/** Where a filling keeps what users are to be found by until all of them are there: their ranks are only known then. */
export async function beginSearch(db: Db): Promise<void> {
  await sql`create temp table draft_search (
    person_id integer primary key, queue_ids text not null, search_key text not null
  ) strict`.execute(db);
}

/** The steps that make everybody findable who was filled in; the triggers that would do it one by one are off. */
export const searchSteps: ((db: Db) => Promise<void>)[] = [
  async db => {
    const order = sql.raw(`${nameOf('d')}, d.person_id`);
    await sql`insert into user_search (name_rank, person_id, role_id, is_active, presence, queue_ids, search_key)
      select ${firstRank} + ${rankGap} * place + is_placeholder, iif(is_placeholder, ${placeholder}, person_id), role_id,
        is_active, presence, queue_ids, search_key
      from (
        select row_number() over (order by ${order}) as place, u.person_id, u.role_id,
          ${sql.raw(isActive('u'))} as is_active, ${sql.raw(presenceOf('u'))} as presence, d.queue_ids, d.search_key
        from draft_search d join users u on u.person_id = d.person_id
      ) cross join (select 0 as is_placeholder union all select 1)
      where is_placeholder = 0 or place % ${placeholderEvery} = 0`.execute(db);
    await sql`drop table draft_search`.execute(db);
  },
  async db => {
    await sql`create temp table draft_ranks (person_id integer primary key, name_rank integer)`.execute(db);
    await sql`insert into draft_ranks select person_id, name_rank from user_search
      where person_id <> ${placeholder} order by person_id`.execute(db);
    await sql`update users set name_rank = r.name_rank from draft_ranks r where r.person_id = users.person_id`.execute(
      db,
    );
    await sql`drop table draft_ranks`.execute(db);
  },
  async db => {
    await sql`insert into queue_listing (queue_id, is_active, name_rank)
      select m.queue_id, ${sql.raw(isActive('u'))}, u.name_rank
      from queue_members m join users u on u.person_id = m.person_id order by 1, 2, 3`.execute(db);
    await sql`update people set licensed = exists (select 1 from users where users.person_id = people.person_id)`.execute(
      db,
    );
    await sql`insert into license_use (package_name, status_name, users)
      select package_name, status_name, count(*) from users group by 1, 2`.execute(db);
  },
  async db => {
    const keep = (bytes: number) =>
      sql`insert into user_trigrams (user_trigrams, rank) values ('hashsize', ${sql.lit(bytes)})`.execute(db);
    await keep(piecesAtOnce);
    await sql`insert into user_trigrams (rowid, search_key)
      select name_rank, search_key || char(10, 10) from user_search
      where person_id <> ${placeholder} order by name_rank`.execute(db);
    await keep(piecesUsually);
    await sql`insert into user_trigrams (user_trigrams) values ('optimize')`.execute(db);
  },
];

/** Takes the placeholders out again: once the indexes are there, and before the triggers are. */
export async function leaveRoom(db: Db): Promise<void> {
  await sql`delete from user_search where person_id = ${placeholder}`.execute(db);
}
