import { sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import type { Sort } from '../source/roster/view.ts';
import { type Conditions, holds, isNarrowed } from './conditions.ts';
import type { Db } from './dialect.ts';
import { compareBytes } from './ranks.ts';
import { type Found, strides } from './strides.ts';
import { pacer } from './turns.ts';

interface Asked {
  conditions: Conditions;
  sort: Sort;
  turn: Turn;
  /** Those who meet the conditions by e-mail, once they are known to be few. */
  few?: Promise<Keyed[] | null>;
}

interface From {
  side: 'before' | 'from' | 'after';
  /** The key of the e-mail where to begin; left out: the end of the list. */
  email?: string | undefined;
  limit: () => number;
}

/** Fewer than these are sorted at once; of more, some are soon met on the way through all e-mails. */
const sortable = 5_000;
/** So many e-mails are gone through first: where many meet the conditions, a page of them is full by then. */
const lookedAtFirst = 3_000;

/** Those who meet the conditions in the order of their e-mails, part by part. Throws Overtaken. */
export async function* emailStrides(db: Db, asked: Asked, from: From): AsyncGenerator<Found[]> {
  const backward = asked.sort.reverse !== (from.side === 'before');
  const walk = throughEmails(db, asked, from, backward);
  let { side, email } = from;
  if (!asked.few) {
    for (let looked = 0; looked < lookedAtFirst; ) {
      const { value: part } = await walk.next();
      if (!part) return;
      yield part.found;
      looked += part.length;
      [side, email] = ['after', part.last];
    }
    asked.few = fewOnes(db, asked);
  }
  const few = await asked.few;
  if (!few) for await (const { found } of walk) yield found;
  else {
    const inOrder = backward ? few.toReversed() : few;
    yield inOrder.filter(
      ({ email_key }) => email === undefined || isBeyond(email_key, email, side, backward),
    );
  }
}

/** Somebody by e-mail. */
export interface Keyed extends Found {
  email_key: string;
}

function isBeyond(key: string, email: string, side: From['side'], backward: boolean): boolean {
  const compared = compareBytes(key, email);
  if (compared === 0) return side === 'from';
  return backward ? compared < 0 : compared > 0;
}

/** All who meet the conditions, by e-mail, if they are few enough to sort; null if not. */
async function fewOnes(db: Db, { conditions, turn }: Asked): Promise<Keyed[] | null> {
  const { only } = conditions;
  if (!isNarrowed(conditions) && (only === null || only.size > sortable)) return null;
  const ids: number[] = [];
  const limit = () => sortable + 1 - ids.length;
  for await (const found of strides(db, { conditions, limit, turn })) {
    for (const { person_id } of found) ids.push(person_id);
    if (ids.length > sortable) return null;
  }
  // Sorted after they are found: walking all e-mails in order to meet these few would take long.
  const { rows } = await sql<Keyed>`
    select person_id, 0 as name_rank, email_key
    from json_each(${JSON.stringify(ids)}) cross join people on person_id = value order by email_key`.execute(
    db,
  );
  return rows;
}

const firstLength = 500;
const longest = 8_000;
/** Milliseconds that one part should take. */
const partTime = 3;

/** E-mails that follow each other, how many, and whose of them meet the conditions. */
interface Part {
  found: Found[];
  length: number;
  last: string;
}

/** Reads e-mail after e-mail, and looks at each whether it is a user's who meets the conditions. */
async function* throughEmails(
  db: Db,
  { conditions, turn }: Asked,
  { side, email, limit }: From,
  backward: boolean,
): AsyncGenerator<Part, undefined> {
  const pause = pacer(turn, Number.POSITIVE_INFINITY);
  const { only } = conditions;
  let bound = sql`true`;
  if (email !== undefined) {
    const operator = sql.raw(`${backward ? '<' : '>'}${side === 'from' ? '=' : ''}`);
    bound = sql`email_key ${operator} ${email}`;
  }
  for (let length = firstLength; limit() > 0; ) {
    const started = performance.now();
    const direction = backward ? sql`desc` : sql`asc`;
    const part = sql`select person_id, email_key from people where ${bound} order by email_key ${direction}`;
    const { rows: ends } = await sql<{ email_key: string }>`
      select email_key from (${part} limit 1 offset ${length - 1})`.execute(db);
    const most = only || !Number.isFinite(limit()) ? -1 : limit();
    const { rows } = await sql<Found>`
      select s.person_id, s.name_rank from (${part} limit ${length}) p
      cross join users u on u.person_id = p.person_id cross join user_search s on s.name_rank = u.name_rank
      where ${holds(conditions)} order by p.email_key ${direction} limit ${most}`.execute(db);
    const last = ends[0]?.email_key;
    const found = only ? rows.filter(row => only.has(row.person_id)) : rows;
    yield { found, length, last: last ?? '' };
    if (last === undefined) return;
    bound = sql`email_key ${sql.raw(backward ? '<' : '>')} ${last}`;
    if (performance.now() - started < partTime) length = Math.min(longest, length * 2);
    await pause();
  }
}
