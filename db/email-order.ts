import { sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import type { Sort } from '../source/roster/view.ts';
import { compareBytes, inByteOrder } from './byte-order.ts';
import { type Conditions, holds, isNarrowed } from './conditions.ts';
import type { Db } from './dialect.ts';
import { idList } from './id-list.ts';
import { type Found, strides, wholeRange } from './strides.ts';
import { pacer } from './turns.ts';

interface Asked {
  conditions: Conditions;
  sort: Sort;
  turn: Turn;
  /** Who meets the conditions, once that is known. */
  met?: Promise<Met | null>;
}

interface From {
  side: 'before' | 'from' | 'after';
  /** The key of the e-mail where to begin; left out: the end of the list. */
  email?: string | undefined;
  limit: () => number;
}

/** Fewer than these are sorted at once. */
const sortable = 5_000;
/** Fewer than about these are met soonest on the way through all e-mails if it is known who they are; of more, some are soon met. */
const rememberable = 20_000;
/** So many e-mails are gone through first: where many meet the conditions, a page of them is full by then. */
const lookedAtFirst = 1_500;
/** Where going on like this will take no longer than this, in milliseconds, it is not asked who meets the conditions. */
const patience = 20;

/** Those who meet the conditions in the order of their e-mails, part by part. Throws Overtaken. */
export async function* emailStrides(db: Db, asked: Asked, from: From): AsyncGenerator<Somebody[]> {
  const backward = asked.sort.reverse !== (from.side === 'before');
  const walk = throughEmails(db, asked, from, backward);
  let { side, email } = from;
  if (!asked.met && !areFewChosen(asked.conditions)) {
    let isSoonFull = false;
    for (let looked = 0; looked < lookedAtFirst || isSoonFull; ) {
      const started = performance.now();
      const { value: part } = await walk.next();
      if (!part) return;
      yield part.found;
      if (part.last === null) return;
      looked += part.length;
      // As it went just now: whom one looks for often stand together.
      isSoonFull = from.limit() * (performance.now() - started) < patience * part.found.length;
      [side, email] = ['after', part.last];
    }
  }
  asked.met ??= whoMeets(db, asked);
  const met = await asked.met;
  if (!met?.byEmail) {
    const rest = met ? throughEmails(db, asked, { ...from, side, email }, backward, met.ids) : walk;
    for await (const { found } of rest) yield found;
  } else {
    const ordered = backward ? met.byEmail.toReversed() : met.byEmail;
    yield ordered.filter(
      ({ email_key }) => email === undefined || isBeyond(email_key, email, side, backward),
    );
  }
}

type Somebody = Pick<Found, 'person_id'>;

interface Keyed extends Somebody {
  email_key: string;
}

/** Who meets the conditions, and where they are few, in the order of their e-mails. */
export interface Met {
  ids: ReadonlySet<number>;
  byEmail: Keyed[] | null;
}

function isBeyond(key: string, email: string, side: From['side'], backward: boolean): boolean {
  const compared = compareBytes(key, email);
  if (compared === 0) return side === 'from';
  return backward ? compared < 0 : compared > 0;
}

function areFewChosen({ only }: Conditions): boolean {
  return only !== null && only.size <= sortable;
}

/** All who meet the conditions; null if they are too many to remember. */
async function whoMeets(db: Db, { conditions, turn }: Asked): Promise<Met | null> {
  if (!isNarrowed(conditions) && !areFewChosen(conditions)) return null;
  const whole = await wholeRange(db);
  if (!whole) return null;
  const ids = new Set<number>();
  const limit = () => rememberable + 1 - ids.size;
  for await (const found of strides(db, { conditions, limit, turn })) {
    for (const { person_id } of found) ids.add(person_id);
    if (ids.size <= sortable) continue;
    // Among the names that are still to come there will be as many of them as among these.
    const seen = (found.at(-1)!.name_rank - whole.low) / (whole.high - whole.low);
    if (ids.size / seen > rememberable) return null;
  }
  if (ids.size > rememberable) return null;
  return { ids, byEmail: ids.size > sortable ? null : await inOrder(db, ids, pacer(turn, whole.users)) };
}

/** Sorted after they are found: walking all e-mails in order to meet these few would take long. */
async function inOrder(db: Db, ids: ReadonlySet<number>, pause: () => Promise<void>): Promise<Keyed[]> {
  const found: Keyed[] = [];
  const all = [...ids];
  for (let at = 0; at < all.length; at += lookedUpAtOnce) {
    const { rows } = await sql<Keyed>`
      select person_id, email_key from people where person_id in ${idList(all.slice(at, at + lookedUpAtOnce))}`.execute(
      db,
    );
    for (const somebody of rows) found.push(somebody);
    await pause();
  }
  return inByteOrder(found, ({ email_key }) => email_key);
}

const lookedUpAtOnce = 500;
const firstLength = 500;
const longest = 8_000;
/** Milliseconds that one part should take. */
const partTime = 3;

/** E-mails that follow each other, how many, and whose of them meet the conditions. */
interface Part {
  found: Somebody[];
  length: number;
  /** The last of them; null where no e-mails come behind them. */
  last: string | null;
}

/** Reads e-mail after e-mail, and looks at each whether it is a user's who meets the conditions, or is one of `ids`. */
async function* throughEmails(
  db: Db,
  { conditions, turn }: Asked,
  { side, email, limit }: From,
  backward: boolean,
  ids: ReadonlySet<number> | null = null,
): AsyncGenerator<Part, undefined> {
  const pause = pacer(turn, Number.POSITIVE_INFINITY);
  const only = ids ?? conditions.only;
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
    const users = sql`cross join users u on u.person_id = p.person_id
      cross join user_search s on s.name_rank = u.name_rank where ${holds(conditions)}`;
    const { rows } = await sql<Somebody>`
      select p.person_id from (${part} limit ${length}) p ${ids ? sql`` : users}
      order by p.email_key ${direction} limit ${most}`.execute(db);
    const last = ends[0]?.email_key ?? null;
    const found = only ? rows.filter(row => only.has(row.person_id)) : rows;
    yield { found, length, last };
    if (last === null) return;
    bound = sql`email_key ${sql.raw(backward ? '<' : '>')} ${last}`;
    if (performance.now() - started < partTime) length = Math.min(longest, length * 2);
    await pause();
  }
}
