import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { rebalanceRanks } from './rebalance-ranks.ts';
import { compareBytes, nameOf } from './search-keys.ts';

/** Between two neighbors when ranks are given anew: room for those who come between them later. */
export const rankGap = 256;
/** The middle of nowhere: there is as much room before the first as behind the last. */
export const firstRank = 2 ** 30;

export interface Newcomer {
  person_id: number;
  name_key: string;
}

/** The rank before which somebody belongs, and the one behind which; null at the ends of the list. */
export interface Place extends Newcomer {
  before: number | null;
  behind: number | null;
}

/**
 * Ranks for people who are in no place yet, by name and then person: the order of ranks is the order of names. Where
 * neighbors stand too close, they are spread first. The ranks hold as soon as the people are written with them.
 */
export async function ranksFor(trx: Db, newcomers: readonly Newcomer[]): Promise<Map<number, number>> {
  const ranks = new Map<number, number>();
  for (let left = newcomers; left.length > 0; ) {
    const groups = Map.groupBy(await placesOf(trx, left), place => place.before);
    const tight: Place[][] = [];
    for (const group of groups.values()) {
      const { before, behind } = group[0]!;
      const low = behind ?? (before ?? firstRank) - rankGap * (group.length + 1);
      const high = before ?? low + rankGap * (group.length + 1);
      const room = (high - low) / (group.length + 1);
      if (room < 1) tight.push(group);
      else
        for (const [index, { person_id }] of group.entries())
          ranks.set(person_id, low + Math.floor(room * (index + 1)));
    }
    const [first] = tight;
    // Neighbors of others move, too, but only among themselves: ranks that were found are found again.
    if (first) {
      await rebalanceRanks(trx, first[0]!, first.length);
      ranks.clear();
    }
    left = first ? newcomers : [];
  }
  return ranks;
}

/** Where newcomers belong, in the order of the list. */
export async function placesOf(trx: Db, newcomers: readonly Newcomer[]): Promise<Place[]> {
  const wanted = JSON.stringify(newcomers.map(({ person_id, name_key }) => [person_id, name_key]));
  const name = sql.raw(nameOf('s'));
  const { rows } = await sql<Place>`
    select person_id, name_key, before,
      (select max(s.name_rank) from user_search s
        where s.name_rank < coalesce(before, ${Number.MAX_SAFE_INTEGER})) as behind
    from (
      select person_id, name_key, coalesce(
        (select min(s.name_rank) from user_search s where ${name} = name_key and s.person_id > wanted.person_id),
        (select s.name_rank from user_search s where ${name} > name_key order by ${name}, s.name_rank limit 1)
      ) as before
      from (select value ->> 0 as person_id, value ->> 1 as name_key from json_each(${wanted})) as wanted
    )`.execute(trx);
  return rows.sort((a, b) => {
    if (a.name_key === b.name_key) return a.person_id - b.person_id;
    return compareBytes(a.name_key, b.name_key);
  });
}
