import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import { type Conditions, holds, isNarrowed } from './conditions.ts';
import type { Db } from './dialect.ts';
import { isRare } from './rare-word.ts';
import { everybody, type Source, sourcesFor, trigramSource } from './sources.ts';
import { type Range, strides, wholeRange, within } from './strides.ts';
import { trigramsToCount } from './trigrams.ts';
import { giveWay, pacer } from './turns.ts';

/** Milliseconds that counting one part of the list should take, and the first, which a frame may wait for. */
const partTime = 3;
const firstPartTime = 1;
/** How many users are looked at in a millisecond, one after the other: about, for the first parts. */
const lookedAtInTime = 8_000;
/** One part may be slow because the machine is busy with something else for a moment; the next is not, too. */
const slowPartsBelieved = 2;
/** The index of pieces has few of all users: of it a part may reach farther. */
const firstShare = 1 / 128;
/** More than these are not counted in one part: they may stand together where hardly anybody was found before. */
const mostFound = 10_000;

export interface Counting {
  conditions: Conditions;
  /** Where to count; the whole order of names unless told. */
  range?: Partial<Range>;
  turn: Turn;
}

/** What is counted of each part of the list besides its users. */
export interface Columns {
  /** In SQL, each with a comma behind it; the rank is given as the index at hand has it. */
  of(rank: RawBuilder<number>): RawBuilder<unknown>;
  /** Whether they are about a row of `user_search`, called s. */
  needRow: boolean;
  groupBy?: RawBuilder<unknown>;
}

/** One text for each part: a million rows handed over one by one take three times as long. */
export const idColumns: Columns = { of: () => sql`json_group_array(s.person_id) as ids,`, needRow: true };

const noColumns: Columns = { of: () => sql``, needRow: false };

/** How many users meet the conditions; exact. Of many chosen, countLists is quicker. Throws Overtaken. */
export async function count(db: Db, counting: Counting): Promise<number> {
  if (counting.conditions.only) return await countChosen(db, counting);
  const counts = await countBy<{ users: number }>(db, counting, noColumns);
  return counts.reduce((sum, { users }) => sum + users, 0);
}

/** Counts in groups, such as `s.role_id as role_id,`; a group may come several times, once of each part of the list. */
export async function countBy<Row>(db: Db, counting: Counting, columns: Columns): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const part of countParts<Row>(db, counting, columns)) for (const row of part) rows.push(row);
  return rows;
}

/** As `countBy`, part by part, each from one piece of the order of names. Throws Overtaken. */
export async function* countParts<Row>(
  db: Db,
  { conditions, range, turn }: Counting,
  columns: Columns,
): AsyncGenerator<Row[]> {
  const whole = await wholeRange(db);
  if (!whole) return;
  let low = Math.max(whole.low, Math.ceil(range?.low ?? whole.low));
  const high = Math.min(whole.high, Math.floor(range?.high ?? whole.high));
  let sources = await sourcesFor(db, conditions, words =>
    byWords(db, words, async word => {
      await giveWay(turn, whole.users);
      return await isRare(db, word, whole);
    }),
  );
  const each = (whole.high - whole.low + 1) / whole.users;
  const pause = pacer(turn, whole.users);
  const readsAll = () => sources[0] === everybody;
  // A long list is never counted in the moment that a frame may wait.
  if (sources[0]?.kind !== 'trigrams') await giveWay(turn, whole.users);
  const first = sources[0]?.kind === 'trigrams' ? whole.users * firstShare : firstPartTime * lookedAtInTime;
  let length = each * first;
  let slowParts = 0;
  while (low <= high) {
    const started = performance.now();
    const end = await endOfPart(db, sources, { low, high: Math.min(high, Math.floor(low + length)) });
    const rows: Row[] = [];
    for (const source of sources)
      for (const row of await countRange<Row>(db, source, conditions, columns, { low, high: end }))
        rows.push(row);
    const took = performance.now() - started;
    // Where the index has most users anyway, looking at all of them one after the other is quicker.
    const lookingAtAll = (end - low + 1) / each / lookedAtInTime;
    low = end + 1;
    const longer = Math.min(4, partTime / Math.max(took, 0.1));
    slowParts = !readsAll() && took > slower(sources[0]) * lookingAtAll && took > 1 ? slowParts + 1 : 0;
    if (slowParts === slowPartsBelieved) {
      sources = [everybody];
      length = each * partTime * lookedAtInTime;
    } else length = Math.max(1, length * longer);
    yield rows;
    await pause(low <= high ? took * longer : 0);
  }
}

/** How far the part goes that begins at `low`. Of an index of pieces nobody knows how many it has there. */
async function endOfPart(db: Db, [source]: readonly Source[], range: Range): Promise<number> {
  if (source?.kind !== 'trigrams') return range.high;
  const { rows } = await sql<{ rank: number }>`
    select ${source.rank} as rank from ${source.list} and ${within(source.rank, range)}
    order by ${source.rank} limit 1 offset ${mostFound}`.execute(db);
  return rows[0]?.rank ?? range.high;
}

/**
 * So many times as long as looking at all takes a list that is not worth reading on; to look whether somebody is in a
 * queue takes long itself, and which package they have stands elsewhere: nothing is slower.
 */
function slower(source: Source | undefined): number {
  if (source?.kind === 'package') return Number.POSITIVE_INFINITY;
  return source?.kind === 'queue' ? 2 : 1.3;
}

async function byWords(
  db: Db,
  words: readonly string[],
  rare: (word: string) => Promise<boolean>,
): Promise<Source | null> {
  const found = await trigramsToCount(db, words, rare);
  return found && trigramSource(found.match, found.told);
}

async function countRange<Row>(
  db: Db,
  source: Source,
  conditions: Conditions,
  { of, needRow, groupBy = sql`` }: Columns,
  range: Range,
): Promise<Row[]> {
  const rest = source.rest(conditions);
  const from = needRow || isNarrowed(rest) ? source.from : source.list;
  const { rows } = await sql<Row>`
    select ${of(source.rank)} count(*) as users from ${from}
    and ${within(source.rank, range)} and ${holds(rest)} ${groupBy}`.execute(db);
  return rows;
}

async function countChosen(db: Db, { conditions, range = {}, turn }: Counting): Promise<number> {
  let users = 0;
  const limit = () => Number.POSITIVE_INFINITY;
  for await (const found of strides(db, { conditions, range, limit, turn })) users += found.length;
  return users;
}

/** Tells who comes before somebody, in SQL. */
export interface Before {
  of(rank: RawBuilder<number>): RawBuilder<SqlBool>;
  /** Whether it is about a row of `user_search`, called s. */
  needsRow: boolean;
}

/** How many users meet the conditions, and how many of these come before somebody; exact. Throws Overtaken. */
export async function countWithBefore(
  db: Db,
  counting: Counting,
  before: Before,
): Promise<{ users: number; before: number }> {
  const counts = await countBy<{ users: number; before: number }>(db, counting, {
    of: rank => sql`count(*) filter (where ${before.of(rank)}) as before,`,
    needRow: before.needsRow,
  });
  return counts.reduce((sum, part) => ({ users: sum.users + part.users, before: sum.before + part.before }), {
    users: 0,
    before: 0,
  });
}
