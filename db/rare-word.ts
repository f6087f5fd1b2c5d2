import { sql } from 'kysely';
import type { Db } from './dialect.ts';
import type { Range } from './strides.ts';

/**
 * Looked at in so many places of the order of names, so many users in each: half a millisecond in all. Names in one script
 * stand together, so many places rather than many users.
 */
const places = 128;
const usersOfPlace = 16;
/** A word that fewer have is rare: then the pieces that begin with it are read sooner than the text of everybody. */
const rareShare = 0.1;

/** Whether hardly anybody has a folded word, as far as some thousand of all users here and there tell. */
export async function isRare(
  db: Db,
  word: string,
  { low, high, users }: Range & { users: number },
): Promise<boolean> {
  const each = (high - low + 1) / users;
  const length = Math.ceil(Math.min(usersOfPlace, users / places) * each);
  const starts = Array.from({ length: places }, (_, place) =>
    Math.floor(low + (place * (high - low + 1)) / places),
  );
  const { rows } = await sql<{ met: number; looked: number }>`
    select count(*) filter (where instr(s.search_key, ${word})) as met, count(*) as looked
    from json_each(${JSON.stringify(starts)}) as place cross join user_search s
      on s.name_rank >= place.value and s.name_rank < place.value + ${length}`.execute(db);
  const [{ met, looked } = { met: 0, looked: 0 }] = rows;
  return met < looked * rareShare;
}
