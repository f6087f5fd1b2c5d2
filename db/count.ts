import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import { type Conditions, holds } from './conditions.ts';
import type { Db } from './dialect.ts';
import { everybody, type Source, sourcesFor } from './sources.ts';
import { type Range, strides, wholeRange, within } from './strides.ts';
import { pacer } from './turns.ts';

/** Milliseconds that counting one part of the list should take. */
const partTime = 3;
/** How many users are looked at in a millisecond, one after the other: about, for the first parts. */
const lookedAtInTime = 5_000;
/** Of an index with few of all users, a part may reach farther. */
const firstShare = 1 / 32;

export interface Counting {
  conditions: Conditions;
  /** Where to count; the whole order of names unless told. */
  range?: Partial<Range>;
  /** What must hold as well of a row of `user_search`, called s. */
  also?: RawBuilder<SqlBool>;
  turn: Turn;
}

/** How many users meet the conditions; exact. Throws Overtaken. */
export async function count(db: Db, counting: Counting): Promise<number> {
  if (counting.conditions.only) return await countChosen(db, counting);
  const counts = await countBy<{ users: number }>(db, counting, sql``);
  return counts.reduce((sum, { users }) => sum + users, 0);
}

/** Counts in groups, such as `s.role_id as role_id,`; a group may come several times, once of each part of the list. */
export async function countBy<Row>(
  db: Db,
  { conditions, range, also = sql`true`, turn }: Counting,
  columns: RawBuilder<unknown>,
  groupBy: RawBuilder<unknown> = sql``,
): Promise<Row[]> {
  const whole = await wholeRange(db);
  if (!whole) return [];
  let low = Math.max(whole.low, Math.ceil(range?.low ?? whole.low));
  const high = Math.min(whole.high, Math.floor(range?.high ?? whole.high));
  let sources = await sourcesFor(db, conditions);
  const each = (whole.high - whole.low + 1) / whole.users;
  const pause = pacer(turn, whole.users);
  const readsAll = () => sources[0] === everybody;
  let length = each * (readsAll() ? partTime * lookedAtInTime : whole.users * firstShare);
  const rows: Row[] = [];
  while (low <= high) {
    const end = Math.min(high, Math.floor(low + length));
    const started = performance.now();
    for (const source of sources) {
      const part = await countRange<Row>(
        db,
        source,
        { conditions, also, columns, groupBy },
        { low, high: end },
      );
      for (const row of part) rows.push(row);
    }
    const took = performance.now() - started;
    // Where the index has most users anyway, looking at all of them one after the other is quicker.
    const lookingAtAll = (end - low + 1) / each / lookedAtInTime;
    low = end + 1;
    if (!readsAll() && took > 2 * lookingAtAll && took > 1) {
      sources = [everybody];
      length = each * partTime * lookedAtInTime;
    } else length = Math.max(1, length * Math.min(4, partTime / Math.max(took, 0.1)));
    await pause();
  }
  return rows;
}

interface Parts {
  conditions: Conditions;
  also: RawBuilder<SqlBool>;
  columns: RawBuilder<unknown>;
  groupBy: RawBuilder<unknown>;
}

async function countRange<Row>(
  db: Db,
  source: Source,
  { conditions, also, columns, groupBy }: Parts,
  range: Range,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${columns} count(*) as users from ${source.from}
    and ${within(source.rank, range)} and ${holds(conditions)} and ${also} ${groupBy}`.execute(db);
  return rows;
}

async function countChosen(db: Db, { conditions, range = {}, also, turn }: Counting): Promise<number> {
  let users = 0;
  const limit = () => Number.POSITIVE_INFINITY;
  for await (const found of strides(db, { conditions, range, limit, turn, ...(also && { also }) }))
    users += found.length;
  return users;
}
