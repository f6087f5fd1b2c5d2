import { sql } from 'kysely';
import type { Db } from '../dialect.ts';

/** So many trigrams and users are looked at; all of them would take longer than everything else. */
const looked = 50;

/** Whether the index of trigrams has those of the text that is searched; sentences if it has not. */
export async function checkTrigrams(db: Db): Promise<string[]> {
  const counts = await sql<{ term: string; doc: number }>`
    select term, doc from user_trigram_terms limit ${looked}`.execute(db);
  for (const { term, doc } of counts.rows) {
    const { rows } = await sql<{ users: number }>`
      select count(*) as users from user_search where instr(search_key || char(10, 10), ${term})`.execute(db);
    if (rows[0]?.users !== doc) return ['The index of trigrams of names counts other users than there are.'];
  }
  const { rows: users } = await sql<{ name_rank: number; search_key: string }>`
    select name_rank, search_key from user_search where name_rank in (
      select name_rank from user_search order by name_rank limit ${looked})
    or name_rank in (select name_rank from user_search order by name_rank desc limit ${looked})`.execute(db);
  for (const { name_rank, search_key } of users) {
    const trigram = [...search_key].slice(0, 3).join('').replaceAll('"', '""');
    const found = await sql`
      select 1 from user_trigrams where user_trigrams match ${`"${trigram}"`} and rowid = ${name_rank}`.execute(
      db,
    );
    if (found.rows.length === 0) return ['The index of trigrams of names misses users.'];
  }
  return [];
}
