import { sql } from 'kysely';
import type { Db } from './dialect.ts';

/** Looked at in so many places of the order of names, so many users in each: a millisecond in all. */
const places = 8;
const usersOfPlace = 1_000;
/** A word that fewer have is rare: then the pieces that begin with it are read sooner than the text of everybody. */
const rareShare = 0.1;

/** The order of names, both ends included, and how many users are in it. */
interface Whole {
  low: number;
  high: number;
  users: number;
}

/** Whether hardly anybody has a folded word, as far as some thousand users here and there tell. */
export async function isRare(db: Db, word: string, { low, high, users }: Whole): Promise<boolean> {
  const each = (high - low + 1) / users;
  const length = Math.ceil(Math.min(usersOfPlace, users / places) * each);
  const samples = Array.from({ length: places }, (_, place) => {
    const from = Math.floor(low + (place * (high - low + 1)) / places);
    return sql`select instr(search_key, ${word}) > 0 as has from user_search
      where name_rank >= ${from} and name_rank < ${from + length}`;
  });
  const { rows } = await sql<{ met: number; looked: number }>`
    select count(*) filter (where has) as met, count(*) as looked
    from (${sql.join(samples, sql` union all `)})`.execute(db);
  const [{ met, looked } = { met: 0, looked: 0 }] = rows;
  return met < looked * rareShare;
}
