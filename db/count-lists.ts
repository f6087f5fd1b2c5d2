import { type RawBuilder, sql } from 'kysely';
import type { Selection } from '../source/roster/selection.ts';
import { knownRanks } from './chosen.ts';
import { holds } from './conditions.ts';
import { type Before, type Columns, type Counting, countParts, idColumns } from './count.ts';
import type { Db } from './dialect.ts';
import { idList } from './id-list.ts';
import { isRare } from './rare-word.ts';
import { wholeRange } from './strides.ts';
import { wordsCounted } from './trigrams.ts';
import { pacer } from './turns.ts';

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
 * chosen or selected. Throws Overtaken.
 */
export async function countLists(db: Db, counting: ListCounting): Promise<ListCounts> {
  const { conditions, selected } = counting;
  const { only } = conditions;
  const counts: ListCounts = { matching: 0, selectedMatching: 0, before: 0 };
  for await (const list of lists(db, counting))
    for (const signed of JSON.parse(list) as number[]) {
      const id = Math.abs(signed);
      if (only && !only.has(id)) continue;
      counts.matching++;
      if (signed < 0) counts.before++;
      if (selected.has(id)) counts.selectedMatching++;
    }
  return counts;
}

/** So many chosen are looked up where they stand, unless the index finds few; among more, all users are read. */
const lookedUp = 150_000;
const lookedUpAtOnce = 2_000;

/**
 * The ids of all who meet the conditions but for `only`, or of those of them who are chosen, part by part: those who come
 * before with a minus.
 */
async function* lists(db: Db, { conditions, before, turn }: ListCounting): AsyncGenerator<string> {
  const { only } = conditions;
  const columns: Columns = before
    ? { ...idColumns, of: rank => sql`json_group_array(${signed(before.of(rank))}) as ids,` }
    : idColumns;
  if (!only || only.size > lookedUp || (await isAnyRare(db, conditions.words))) {
    const all = { conditions: { ...conditions, only: null }, turn };
    for await (const part of countParts<{ ids: string }>(db, all, columns))
      for (const { ids } of part) yield ids;
    return;
  }
  const pause = pacer(turn, Number.POSITIVE_INFINITY);
  const ranks = await knownRanks(db, only, pause);
  for (let at = 0; at < ranks.length; at += lookedUpAtOnce) {
    const { rows } = await sql<{ ids: string }>`
      select ${columns.of(sql`s.name_rank`)} count(*) as users from user_search s
      where s.name_rank in ${idList(ranks.slice(at, at + lookedUpAtOnce))} and ${holds(conditions)}`.execute(
      db,
    );
    yield rows[0]!.ids;
    await pause();
  }
}

async function isAnyRare(db: Db, words: readonly string[]): Promise<boolean> {
  const whole = await wholeRange(db);
  if (whole) for (const word of words.slice(0, wordsCounted)) if (await isRare(db, word, whole)) return true;
  return false;
}

function signed(isBefore: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`iif(${isBefore}, -s.person_id, s.person_id)`;
}
