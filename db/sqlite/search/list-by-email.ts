import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { type Conditions, holds, isNarrowed } from './conditions.ts';
import { countUpTo } from './count.ts';
import { emailBeyond, emailInText } from './search-keys.ts';
import { isFilteredHere, sourcesFor } from './sources.ts';

/** E-mails that are read at once. Where many meet the conditions they have a page of them; where few do these are sorted. */
const pageLength = 2_000;
/** Without a limit no more are sorted, as all of them are held then. */
const mostSorted = 100_000;

interface ByEmail {
  side: 'before' | 'from';
  /** The key of the e-mail where to begin; left out: the end of the list. */
  email?: string | undefined;
  backward: boolean;
  limit: number;
}

interface Found {
  person_id: number;
}

/** At most `limit` of those who meet the conditions, in the order of their e-mails or backward, page by page. */
export async function* byEmail(
  db: Db,
  conditions: Conditions,
  { side, email, backward, limit }: ByEmail,
): AsyncGenerator<number[]> {
  const request = {
    conditions,
    backward,
    limit,
    from: email === undefined ? null : { email, itself: side === 'from' },
  };
  if (!isFilteredHere(conditions) && (conditions.only || isNarrowed(conditions))) {
    // The selected are never too many to be sorted.
    const near = conditions.only ? null : await nextOf(db, request);
    if (near) return yield idsOf(near);
    if (Number.isFinite(limit) || (await countUpTo(db, conditions, mostSorted + 1)) <= mostSorted)
      return yield idsOf(await sorted(db, request));
  }
  yield* throughEmails(db, request);
}

interface Request {
  conditions: Conditions;
  backward: boolean;
  limit: number;
  from: { email: string; itself: boolean } | null;
}

/** Whoever meets the conditions is found first. Their e-mails are read where their text is: among people takes ten times as long. */
async function sorted(db: Db, { conditions, backward, limit, from }: Request): Promise<Found[]> {
  const lists = (await sourcesFor(db, conditions)).map(
    source => sql`select s.person_id as person_id, ${sql.raw(emailInText)} as email
      from ${source.from} and ${holds(source.rest(conditions))}`,
  );
  const { rows } = await sql<Found>`select person_id from (${sql.join(lists, sql` union all `)})
    where ${from ? emailBeyond(sql`email`, { ...from, backward }) : sql`true`}
    order by email ${direction(backward)} limit ${sqlLimit(limit)}`.execute(db);
  return rows;
}

/** Those of the next e-mails who meet the conditions; null where they are too few for a page and more e-mails come. */
async function nextOf(db: Db, { conditions, backward, limit, from }: Request): Promise<Found[] | null> {
  if (!Number.isFinite(limit)) return null;
  const most = Math.max(pageLength, limit);
  const next = sql`select person_id, email_key from people where ${beyond(from, backward)}
    order by email_key ${direction(backward)}`;
  const { rows } = await sql<Found>`
    select p.person_id from (${next} limit ${most}) p
    ${users(conditions)} order by p.email_key ${direction(backward)} limit ${limit}`.execute(db);
  if (rows.length === limit) return rows;
  const beyondThem = await sql`select 1 from (${next} limit 1 offset ${most})`.execute(db);
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
    const { rows } = await sql<Found & { email_key: string }>`
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

function idsOf(found: readonly Found[]): number[] {
  return found.map(user => user.person_id);
}
