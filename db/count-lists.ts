import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Selection } from '../source/roster/selection.ts';
import { type Before, type Counting, countParts } from './count.ts';
import type { Db } from './dialect.ts';

export interface ListCounting extends Counting {
  /** Who is counted apart. */
  selected: Selection;
  /** Who is counted apart as well; null: nobody. */
  before: Before | null;
}

export interface ListCounts {
  matching: number;
  selectedMatching: number;
  /** Of those who match. */
  before: number;
}

/**
 * How many users meet the conditions, `only` among them, and how many of these are selected: all in one reading, for many
 * chosen or selected. They come as lists of ids, because a million rows handed over one by one take three times as long.
 * Throws Overtaken.
 */
export async function countLists(
  db: Db,
  { conditions, selected, before, turn }: ListCounting,
): Promise<ListCounts> {
  const { only } = conditions;
  const counts: ListCounts = { matching: 0, selectedMatching: 0, before: 0 };
  const all = { conditions: { ...conditions, only: null }, turn };
  const columns = {
    of: (rank: RawBuilder<number>) => {
      const sooner = before ? before.of(rank) : sql<SqlBool>`false`;
      return sql`${idsOf(sooner)} as sooner, ${idsOf(sql`not ${sooner}`)} as later,`;
    },
    needRow: true,
  };
  const countIn = (ids: string): number => {
    let matching = 0;
    for (const id of JSON.parse(ids) as number[]) {
      if (only && !only.has(id)) continue;
      matching++;
      if (selected.has(id)) counts.selectedMatching++;
    }
    counts.matching += matching;
    return matching;
  };
  for await (const part of countParts<{ sooner: string; later: string }>(db, all, columns))
    for (const { sooner, later } of part) {
      counts.before += countIn(sooner);
      countIn(later);
    }
  return counts;
}

function idsOf(condition: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`json_group_array(s.person_id) filter (where ${condition})`;
}
