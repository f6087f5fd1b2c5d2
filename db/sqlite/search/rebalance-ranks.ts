import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { isActive } from './search-keys.ts';

const active = sql.raw(isActive('u'));

interface Neighbor {
  person_id: number;
  name_rank: number;
}

/** How much room there has to be for each afterward: spread thinner, the next newcomers find room without moving anybody. */
const roomEach = 8;
const firstNeighbors = 32;

/** Spreads the users around a place in the order of names, so that `count` newcomers fit in there. */
export async function rebalanceRanks(
  trx: Db,
  { before, behind }: { before: number | null; behind: number | null },
  count: number,
): Promise<void> {
  for (let neighbors = firstNeighbors; ; neighbors *= 2) {
    const left = await ranked(trx, sql`name_rank <= ${behind ?? -1} order by name_rank desc`, neighbors + 1);
    const right = await ranked(
      trx,
      sql`name_rank >= ${before ?? Number.MAX_SAFE_INTEGER} order by name_rank`,
      neighbors + 1,
    );
    const wanted = (left.length + count + right.length) * roomEach;
    // One more on each side than is moved tells where the others stand; at an end of the list there is no limit.
    const low =
      left.length > neighbors ? left.pop()!.name_rank : (left.at(-1) ?? right[0]!).name_rank - wanted;
    const high =
      right.length > neighbors ? right.pop()!.name_rank : (right.at(-1) ?? left[0]!).name_rank + wanted;
    const each = (high - low) / (left.length + count + right.length + 1);
    if (each < roomEach) continue;
    const at = (slot: number) => low + Math.floor(each * (slot + 1));
    await moveUsers(trx, [
      ...left.reverse().map(({ person_id, name_rank }, slot) => ({ person_id, name_rank, to: at(slot) })),
      ...right.map(({ person_id, name_rank }, slot) => ({
        person_id,
        name_rank,
        to: at(left.length + count + slot),
      })),
    ]);
    return;
  }
}

async function ranked(trx: Db, where: ReturnType<typeof sql>, limit: number): Promise<Neighbor[]> {
  const { rows } = await sql<Neighbor>`
    select person_id, name_rank from user_search where ${where} limit ${limit}`.execute(trx);
  return rows;
}

/** Gives users other ranks, all at once: one may get the rank that another has now. */
async function moveUsers(trx: Db, moves: readonly (Neighbor & { to: number })[]): Promise<void> {
  const list = JSON.stringify(moves.map(({ person_id, name_rank, to }) => [person_id, name_rank, to]));
  const moved = sql`(select value ->> 0 as person_id, value ->> 1 as name_rank, value ->> 2 as new_rank from json_each(${list})) as moved`;
  await sql`create temp table moved_search as
    select new_rank, s.person_id, s.role_id, s.is_active, s.presence, s.queue_ids, s.search_key
    from ${moved} join user_search s on s.name_rank = moved.name_rank`.execute(trx);
  await sql`delete from queue_listing where (queue_id, is_active, name_rank) in (
    select m.queue_id, ${active}, moved.name_rank
    from ${moved} join users u on u.person_id = moved.person_id join queue_members m on m.person_id = moved.person_id
  )`.execute(trx);
  await sql`delete from user_search where name_rank in (select name_rank from ${moved})`.execute(trx);
  await sql`update users set name_rank = moved.new_rank from ${moved} where users.person_id = moved.person_id`.execute(
    trx,
  );
  await sql`insert into user_search (name_rank, person_id, role_id, is_active, presence, queue_ids, search_key)
    select * from temp.moved_search order by new_rank`.execute(trx);
  await sql`insert into queue_listing (queue_id, is_active, name_rank)
    select m.queue_id, ${active}, u.name_rank
    from ${moved} join users u on u.person_id = moved.person_id join queue_members m on m.person_id = moved.person_id`.execute(
    trx,
  );
  await sql`drop table temp.moved_search`.execute(trx);
}
