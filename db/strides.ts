import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import { chosenStrides, fewChosen } from './chosen.ts';
import { type Conditions, holds } from './conditions.ts';
import type { Db } from './dialect.ts';
import { isRare } from './rare-word.ts';
import { everybody, type Source, sourcesFor, trigramSource } from './sources.ts';
import { trigramsBeginning, trigramsOf } from './trigrams.ts';
import { pacer } from './turns.ts';

/** Somebody who meets the conditions, and where they stand in the order of names. */
export interface Found {
  person_id: number;
  name_rank: number;
}

/** A part of the order of names, both ends included. */
export interface Range {
  low: number;
  high: number;
}

/** Milliseconds that reading one part of the list should take. */
const strideTime = 2;
/** How many rows the first part has where every row is looked at, by a list of some, and where each is handed over as well. */
const firstStride = { looking: 16_384, joining: 4_096, taking: 4_096 };
/** More than these are not taken in one part, however many stand together. */
const mostTaken = 2_048;
/** Asking at all takes some time, too: shorter parts would be all asking. */
const shortestStride = 1_024;
/** The index of pieces has few of all users: so much of the order is the first part. */
const firstShare = 1 / 8;
/** Where reading on would take longer than this, in milliseconds, it is worth asking for the pieces of one or two letters. */
const patience = 3;
/** Reading for so long tells how long it would take. */
const trial = 1;

/** The whole order of names; null where there are no users. */
export async function wholeRange(db: Db): Promise<(Range & { users: number }) | null> {
  const { rows } = await sql<{ low: number | null; high: number; users: number }>`
    select (select min(name_rank) from user_search) as low, (select max(name_rank) from user_search) as high,
      (select sum(users) from license_use) as users`.execute(db);
  const [row] = rows;
  return row && row.low !== null ? { low: row.low, high: row.high, users: row.users } : null;
}

export interface Stride {
  conditions: Conditions;
  /** Where to read; the whole order unless told. */
  range?: Partial<Range>;
  backward?: boolean;
  /** So many are wanted of what is still missing; read anew before each part. */
  limit: () => number;
  /** What must hold as well of a row of `user_search`, called s. */
  also?: RawBuilder<SqlBool>;
  /** Where to read from, if that was found out already. */
  sources?: readonly Source[];
  /** Kept by readings of the same words. */
  known?: KnownPieces;
  turn: Turn;
}

/** What a first reading found out about words of one or two letters. */
export interface KnownPieces {
  /** Who has a piece that begins with them, where these are few. */
  pieces?: Source[] | null;
  /** The pieces that begin with them are too many to ask for. */
  dense?: boolean;
}

/**
 * Those who meet the conditions, in the order of names or backward, part by part: each part is read in a moment, and
 * others have their turn in between. Throws Overtaken.
 */
export async function* strides(db: Db, stride: Stride): AsyncGenerator<Found[]> {
  const { conditions, backward = false, limit, also = sql`true`, turn } = stride;
  const whole = await wholeRange(db);
  if (!whole) return;
  const pause = pacer(turn, whole.users);
  const { only } = conditions;
  if (only && only.size <= fewChosen) {
    yield* chosenStrides(db, { ...stride, only }, pause);
    return;
  }
  let low = Math.max(whole.low, stride.range?.low ?? whole.low);
  let high = Math.min(whole.high, stride.range?.high ?? whole.high);
  const { known = {} } = stride;
  let sources = known.pieces ?? stride.sources ?? (await sourcesFor(db, conditions));
  const each = (whole.high - whole.low + 1) / whole.users;
  const takesAll = only !== null || limit() > firstStride.taking;
  const first = takesAll ? firstStride.taking : firstLength(sources, whole.users);
  let length = Math.ceil(each * first);
  const shortest = Math.ceil(each * shortestStride);
  const began = performance.now();
  const areShort = conditions.words.length > 0 && trigramsOf(conditions.words) === null;
  let readsOn = areShort && !known.dense;
  let count = 0;
  while (low <= high && limit() > 0) {
    const range = backward
      ? { low: Math.max(low, high - length), high }
      : { low, high: Math.min(high, low + length) };
    const started = performance.now();
    const { found, end } = await readRange(db, {
      sources,
      conditions,
      also,
      range,
      backward,
      limit: limit(),
    });
    const took = performance.now() - started;
    if (found.length > 0) yield found;
    if (backward) high = end - 1;
    else low = end + 1;
    if (took < strideTime / 2) length *= took < strideTime / 8 ? 8 : 2;
    else if (took > strideTime * 2) length = Math.max(shortest, Math.ceil((length * strideTime) / took));
    count += found.length;
    const elapsed = performance.now() - began;
    if (readsOn && elapsed > trial && elapsed * limit() > patience * count) {
      readsOn = false;
      known.pieces = await piecesOfShortest(db, conditions, whole);
      known.dense = known.pieces === null;
      if (known.pieces) {
        sources = known.pieces;
        length = Math.ceil(each * whole.users * firstShare);
      }
    }
    await pause();
  }
}

function firstLength([source]: readonly Source[], users: number): number {
  if (source === everybody) return firstStride.looking;
  return source?.kind === 'trigrams' ? users * firstShare : firstStride.joining;
}

/** For words of one or two letters that hardly anybody has: who has them is found by the pieces that begin with them. */
async function piecesOfShortest(
  db: Db,
  { words }: Conditions,
  whole: Range & { users: number },
): Promise<Source[] | null> {
  const [longest = ''] = words.toSorted((one, other) => other.length - one.length);
  // How many have each piece is read with it, whether one wants to know or not: for a common one that takes many frames.
  if (!(await isRare(db, longest, whole))) return null;
  const match = await trigramsBeginning(db, longest);
  return match === null ? null : [trigramSource(match)];
}

interface Part {
  sources: readonly Source[];
  conditions: Conditions;
  also: RawBuilder<SqlBool>;
  range: Range;
  backward: boolean;
  limit: number;
}

/** Who stands in a part of the order, as far as `end`: at most `limit` of them, the first ones. */
async function readRange(
  db: Db,
  { sources, conditions, also, range, backward, limit }: Part,
): Promise<{ found: Found[]; end: number }> {
  const { only } = conditions;
  const most = only ? mostTaken : Math.min(limit, mostTaken);
  const parts: Found[][] = [];
  let end = backward ? range.low : range.high;
  for (const { from, rank } of sources) {
    const { rows } = await sql<Found>`
      select s.person_id, ${rank} as name_rank from ${from}
      and ${within(rank, range)} and ${holds(conditions)} and ${also}
      order by ${rank} ${backward ? sql`desc` : sql`asc`} limit ${most}`.execute(db);
    parts.push(rows);
    const last = rows.at(-1)?.name_rank;
    // More of this source may stand behind the last of them.
    if (last !== undefined && rows.length === most)
      end = backward ? Math.max(end, last) : Math.min(end, last);
  }
  const all = parts.length === 1 ? parts[0]! : merged(parts, backward, end);
  const found = only ? all.filter(row => only.has(row.person_id)) : all;
  return { found: found.length > limit ? found.slice(0, limit) : found, end };
}

/** Those of all parts, in order, as far as `end`. */
function merged(parts: readonly Found[][], backward: boolean, end: number): Found[] {
  const sign = backward ? -1 : 1;
  return parts
    .flat()
    .filter(row => sign * (end - row.name_rank) >= 0)
    .sort((a, b) => sign * (a.name_rank - b.name_rank));
}

/** Whether a rank is in a part of the order; the index of pieces takes whole numbers only, and parameters need not be. */
export function within(rank: RawBuilder<number>, { low, high }: Range): RawBuilder<SqlBool> {
  return sql<SqlBool>`${rank} between cast(${low} as integer) and cast(${high} as integer)`;
}
