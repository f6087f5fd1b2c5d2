import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { type Conditions, holds } from './conditions.ts';
import { isFilteredHere, type Source, sourcesFor } from './sources.ts';

/** Somebody, and where they stand in the order of names. */
interface Found {
  person_id: number;
  name_rank: number;
  /** What was asked of their row. */
  value: unknown;
}

/** A part of the order of names, both ends included. */
export interface Range {
  low?: number;
  high?: number;
}

/** Rows that are read at once. */
const pageLength = 2_000;

interface ByName {
  /** Where to read from, if that was found out already. */
  sources?: readonly Source[];
  range?: Range;
  backward?: boolean;
  limit?: number;
  /** What is told of each, of a row of `user_search` called s. */
  value?: RawBuilder<unknown>;
}

/** At most `limit` of those who meet the conditions, in the order of names or backward, page by page. */
export async function* byName(
  db: Db,
  conditions: Conditions,
  { sources, range = {}, backward = false, limit = Number.POSITIVE_INFINITY, value = sql`null` }: ByName = {},
): AsyncGenerator<Found[]> {
  const from = sources ?? (await sourcesFor(db, conditions));
  const only = isFilteredHere(conditions) ? conditions.only : null;
  let rest = range;
  for (let missing = limit; missing > 0; ) {
    const most = only ? pageLength : Math.min(missing, pageLength);
    const rows = await readPage(db, conditions, { sources: from, range: rest, backward, limit: most, value });
    const found = (only ? rows.filter(row => only.has(row.person_id)) : rows).slice(0, missing);
    missing -= found.length;
    if (found.length > 0) yield found;
    if (rows.length < most) return;
    const last = rows.at(-1)!.name_rank;
    rest = backward ? { ...rest, high: last - 1 } : { ...rest, low: last + 1 };
  }
}

interface Page {
  sources: readonly Source[];
  range: Range;
  backward: boolean;
  limit: number;
  value: RawBuilder<unknown>;
}

/** SQLite merges the lists of several sources, which are in this order already. */
async function readPage(
  db: Db,
  conditions: Conditions,
  { sources, range, backward, limit, value }: Page,
): Promise<Found[]> {
  const lists = sources.map(
    source => sql`select s.person_id as person_id, ${source.rank} as name_rank, ${value} as value
      from ${source.from} and ${within(source.rank, range)} and ${holds(source.rest(conditions))}`,
  );
  const { rows } = await sql<Found>`${sql.join(lists, sql` union all `)}
    order by name_rank ${sql.raw(backward ? 'desc' : 'asc')} limit ${limit}`.execute(db);
  return rows;
}

/** Whether a rank is in a part of the order; the index of trigrams takes whole numbers only, and parameters need not be. */
export function within(
  rank: RawBuilder<number>,
  { low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER }: Range,
): RawBuilder<SqlBool> {
  return sql`${rank} between cast(${low} as integer) and cast(${high} as integer)`;
}
