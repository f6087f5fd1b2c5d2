import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { type Conditions, holds, isNarrowed } from './conditions.ts';
import { countUpTo } from './count.ts';
import { isFilteredHere, sourcesFor } from './sources.ts';

/**
 * Where many meet the conditions the next e-mails have a page of them; where few do they are found and sorted; in between
 * more e-mails are looked at, and more are sorted, before it is the turn of all e-mails.
 */
const steps = [
  { lookedAt: 2_000, sorted: 20_000 },
  { lookedAt: 20_000, sorted: 100_000 },
];
/** E-mails that are read at once. */
const pageLength = 2_000;

interface ByEmail {
  side: 'before' | 'from';
  /** The key of the e-mail where to begin; left out: the end of the list. */
  email?: string | undefined;
  backward: boolean;
  limit: number;
}

interface Keyed {
  person_id: number;
  email_key: string;
}

/** At most `limit` of those who meet the conditions, in the order of their e-mails or backward, page by page. */
export async function* byEmail(
  db: Db,
  conditions: Conditions,
  { side, email, backward, limit }: ByEmail,
): AsyncGenerator<number[]> {
  const from = email === undefined ? null : { email, itself: side === 'from' };
  const found = { conditions, backward, limit };
  if (!isFilteredHere(conditions) && (conditions.only || isNarrowed(conditions))) {
    const all = { ...found, from };
    for (const step of steps) {
      // The selected are never too many to be sorted.
      const near = conditions.only ? null : await nextOf(db, all, Math.max(step.lookedAt, limit));
      if (near) return yield idsOf(near);
      const users = await countUpTo(db, conditions, step.sorted + 1);
      if (users <= step.sorted) return yield idsOf(await sorted(db, all));
    }
  }
  yield* throughEmails(db, { ...found, from });
}

interface Request {
  conditions: Conditions;
  backward: boolean;
  limit: number;
  from: { email: string; itself: boolean } | null;
}

/** Whoever meets the conditions is found first. */
async function sorted(db: Db, { conditions, backward, limit, from }: Request): Promise<Keyed[]> {
  const lists = (await sourcesFor(db, conditions)).map(
    source => sql`select p.person_id as person_id, p.email_key as email_key
      from (select s.person_id from ${source.from} and ${holds(source.rest(conditions))}) found
      cross join people p on p.person_id = found.person_id where ${beyond(from, backward)}`,
  );
  const { rows } = await sql<Keyed>`${sql.join(lists, sql` union all `)}
    order by email_key ${direction(backward)} limit ${sqlLimit(limit)}`.execute(db);
  return rows;
}

/** Those of the next e-mails who meet the conditions; null where they are too few for a page and more e-mails come. */
async function nextOf(
  db: Db,
  { conditions, backward, limit, from }: Request,
  lookedAt: number,
): Promise<Keyed[] | null> {
  if (!Number.isFinite(limit)) return null;
  const next = sql`select person_id, email_key from people where ${beyond(from, backward)}
    order by email_key ${direction(backward)}`;
  const { rows } = await sql<Keyed>`
    select p.person_id, p.email_key from (${next} limit ${lookedAt}) p
    ${users(conditions)} order by p.email_key ${direction(backward)} limit ${limit}`.execute(db);
  if (rows.length === limit) return rows;
  const beyondThem = await sql`select 1 from (${next} limit 1 offset ${lookedAt})`.execute(db);
  return beyondThem.rows.length === 0 ? rows : null;
}

async function* throughEmails(
  db: Db,
  { conditions, backward, limit, from }: Request,
): AsyncGenerator<number[]> {
  const only = isFilteredHere(conditions) ? conditions.only : null;
  let bound = from;
  for (let missing = limit; missing > 0; ) {
    const most = only ? pageLength : Math.min(missing, pageLength);
    const { rows } = await sql<Keyed>`
      select p.person_id, p.email_key from people p ${users(conditions)} and ${beyond(bound, backward)}
      order by p.email_key ${direction(backward)} limit ${most}`.execute(db);
    const found = (only ? rows.filter(row => only.has(row.person_id)) : rows).slice(0, missing);
    missing -= found.length;
    if (found.length > 0) yield idsOf(found);
    if (rows.length < most) return;
    bound = { email: rows.at(-1)!.email_key, itself: false };
  }
}

/** Joins people, called p, with those of them who are users and meet the conditions. */
function users(conditions: Conditions): RawBuilder<unknown> {
  return sql`cross join users u on u.person_id = p.person_id
    cross join user_search s on s.name_rank = u.name_rank where ${holds(conditions)}`;
}

function beyond(from: Request['from'], backward: boolean): RawBuilder<unknown> {
  if (!from) return sql`true`;
  return sql`email_key ${sql.raw(`${backward ? '<' : '>'}${from.itself ? '=' : ''}`)} ${from.email}`;
}

function direction(backward: boolean): RawBuilder<unknown> {
  return sql.raw(backward ? 'desc' : 'asc');
}

/** SQLite knows no endless number. */
function sqlLimit(limit: number): number {
  return Number.isFinite(limit) ? limit : -1;
}

function idsOf(found: readonly Keyed[]): number[] {
  return found.map(user => user.person_id);
}
