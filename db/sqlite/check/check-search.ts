import { sql } from 'kysely';
import { number } from '../../../source/roster/text/words.ts';
import type { Db } from '../dialect.ts';
import { compareBytes, isActive, presenceOf, userKeys } from '../search/search-keys.ts';
import { type Finding, findingsAtMost, type OnChecking } from './check.ts';
import { checkTrigrams } from './check-trigrams.ts';

const pageSize = 2_000;

/**
 * Holds what users are found, sorted and counted by against the users themselves. To be run in a snapshot; a finding
 * costs no row, since all of it can be made anew.
 */
export async function checkSearch(db: Db, onChecking: OnChecking = () => {}): Promise<Finding[]> {
  const wrong = [
    ...(await wrongNumbers(db)),
    ...(await wrongRows(db, onChecking)),
    ...(await checkTrigrams(db)),
  ];
  return wrong.slice(0, findingsAtMost).map(message => ({ check: 'search', damage: 'index', message }));
}

interface SearchRow {
  name_rank: number;
  person_id: number;
  search_key: string;
  queue_ids: string;
  /** Null where there is no such user in this place. */
  email: string | null;
  person_name: string;
  own_name: string | null;
  department: string;
  queues: string | null;
  as_is: number;
}

/** Users who are sorted, searched or filtered by something else than what they are. */
async function wrongRows(db: Db, onChecking: OnChecking): Promise<string[]> {
  const wrong: string[] = [];
  let before: SearchRow | undefined;
  for (let after = Number.MIN_SAFE_INTEGER, looked = 0; wrong.length < findingsAtMost; ) {
    const rows = await rowsAfter(db, after);
    for (const row of rows) {
      const what = wrongIn(row) ?? (before && !isInOrder(before, row) ? misplaced : null);
      if (what) wrong.push(`${row.email ?? `Person ${row.person_id}`} ${what}`);
      before = row;
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.name_rank;
    looked += rows.length;
    onChecking(`search of ${number(looked)} users`);
  }
  return wrong;
}

const misplaced = 'stands in the wrong place in the order of names.';

function wrongIn({ email, person_name, own_name, department, ...row }: SearchRow): string | null {
  if (email === null) return 'is found by searches and is no user.';
  const { search_key } = userKeys({ user_email: email, display_name: person_name, department }, own_name);
  if (search_key !== row.search_key) return 'is found by another name, e-mail or department than theirs.';
  if (!row.as_is) return 'is listed with another role, status or presence than theirs.';
  const sorted = (ids: string) => ids.split(',').filter(Boolean).sort().join();
  return sorted(row.queue_ids) === sorted(row.queues ?? '') ? null : 'is listed in other queues than theirs.';
}

function isInOrder(one: SearchRow, other: SearchRow): boolean {
  const name = ({ search_key }: SearchRow) => search_key.slice(0, search_key.indexOf('\n'));
  return (compareBytes(name(one), name(other)) || one.person_id - other.person_id) < 0;
}

async function rowsAfter(db: Db, after: number): Promise<SearchRow[]> {
  const { rows } = await sql<SearchRow>`
    select s.name_rank, s.person_id, s.search_key, s.queue_ids, p.user_email as email, p.display_name as person_name,
      u.display_name as own_name, p.department,
      (select group_concat(queue_id) from queue_members m where m.person_id = s.person_id) as queues,
      s.role_id = u.role_id and s.is_active = ${sql.raw(isActive('u'))}
        and s.presence = ${sql.raw(presenceOf('u'))} as as_is
    from user_search s
    left join users u on u.person_id = s.person_id and u.name_rank = s.name_rank
    left join people p on p.person_id = u.person_id
    where s.name_rank > ${after} order by s.name_rank limit ${pageSize}`.execute(db);
  return rows;
}

/** Users and memberships that are not listed, lists that are too long, and counts that are wrong; as sentences. */
async function wrongNumbers(db: Db): Promise<string[]> {
  const use = sql`select package_name, status_name, count(*) as users from users group by 1, 2`;
  const counted = sql`select package_name, status_name, users from license_use where users <> 0`;
  const { rows } = await sql<
    Record<'lost' | 'members' | 'more' | 'licenses' | 'licensed' | 'unlicensed', number>
  >`
    select
      (select count(*) from users u where not exists (select 1 from user_search s
        where s.name_rank = u.name_rank and s.person_id = u.person_id)) as lost,
      (select count(*) from queue_members m join users u on u.person_id = m.person_id
        where not exists (select 1 from queue_listing l where l.queue_id = m.queue_id
          and l.is_active = ${sql.raw(isActive('u'))} and l.name_rank = u.name_rank)) as members,
      (select count(*) from queue_listing) - (select count(*) from queue_members) as more,
      (select count(*) from (select * from (${use}) except select * from (${counted})))
        + (select count(*) from (select * from (${counted}) except select * from (${use}))) as licenses,
      (select count(*) from people p where licensed = 1
        and not exists (select 1 from users where person_id = p.person_id)) as licensed,
      (select count(*) from users join people p using (person_id) where p.licensed <> 1) as unlicensed`.execute(
    db,
  );
  const { lost, members, more, licenses, licensed, unlicensed } = rows[0]!;
  const sentences: [number, string][] = [
    [lost, 'users are found by no search.'],
    [members, 'users of queues are not in the lists of their queues.'],
    [more, 'more or fewer are in the lists of queues than in queues.'],
    [licenses, 'counts of licenses in use are not what counting the users gives.'],
    [licensed, 'people are taken for users and have no license.'],
    [unlicensed, 'users are taken for people without a license.'],
  ];
  return sentences.flatMap(([count, what]) => (count === 0 ? [] : [`${number(Math.abs(count))} ${what}`]));
}
