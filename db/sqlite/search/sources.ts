import { type RawBuilder, sql } from 'kysely';
import { changeSetLimit } from '../../../source/roster/plan/change-set.ts';
import type { Selection } from '../../../source/roster/screen/selection.ts';
import type { AccountStatus, PackageName, Presence } from '../../../source/roster/users/vocabulary.ts';
import type { Db } from '../dialect.ts';
import type { Conditions } from './conditions.ts';
import {
  listedByAccess,
  listedByPackage,
  listedByPresence,
  listedByStatus,
  presenceOrder,
  usualPackage,
  usualPresence,
} from './search-keys.ts';
import { trigramsOf } from './trigrams.ts';

/** Where users are read from in the order of their names: all of them, or an index of some. */
export interface Source {
  /** What stands behind `from`, up to and with its own conditions. Has a row of `user_search` called s. */
  from: RawBuilder<unknown>;
  /** The same, as far as its length is concerned. */
  list: RawBuilder<unknown>;
  /** The name's rank, as the index of this source has it. */
  rank: RawBuilder<number>;
  /** What is left to be looked at of the conditions: whoever is in this source meets the others for certain. */
  rest(conditions: Conditions): Conditions;
}

const everybody: Source = {
  // In its own order: an index by role, say, may have most of all users, and would lead to each of them anew.
  from: sql`user_search s not indexed where true`,
  list: sql`user_search s not indexed where true`,
  rank: sql<number>`s.name_rank`,
  rest: conditions => conditions,
};

/** Who has the trigrams that `match` asks for; their text tells whether they have the words. */
function trigramSource(match: string): Source {
  return {
    from: sql`user_trigrams t cross join user_search s on s.name_rank = t.rowid where t.user_trigrams match ${match}`,
    list: sql`user_trigrams t where t.user_trigrams match ${match}`,
    rank: sql<number>`t.rowid`,
    rest: conditions => conditions,
  };
}

/** More selected people than a change set has are looked up in the program: each is one bit there. */
const mostListed = changeSetLimit;

/** Whether who is read has to be looked up among the selected afterward. */
export function isFilteredHere({ only }: Conditions): boolean {
  return only !== null && only.size > mostListed;
}

function selectedSource(only: Selection): Source {
  const from = sql`json_each(${JSON.stringify([...only])}) j cross join users u on u.person_id = j.value
    cross join user_search s on s.name_rank = u.name_rank where true`;
  return {
    from,
    list: from,
    rank: sql<number>`s.name_rank`,
    rest: conditions => ({ ...conditions, only: null }),
  };
}

function roleSource(id: number): Source {
  return indexed('role', sql`s.role_id = ${id}`);
}

/** The active are most of all users, and read from everybody. */
const inactiveSource = indexed('access', sql.raw(listedByAccess));

/** Whoever has the usual presence is read from everybody, too. */
function presenceSource(presence: Presence): Source {
  return indexed(
    'presence',
    sql`${sql.raw(listedByPresence)} and s.presence = ${presenceOrder.indexOf(presence)}`,
  );
}

function indexed(kind: 'role' | 'access' | 'presence', where: RawBuilder<unknown>): Source {
  const from = sql`user_search s indexed by ${sql.ref(`user_search_by_${kind}`)} where ${where}`;
  // What is left is about columns of the same index, and quickly looked at.
  return { from, list: from, rank: sql<number>`s.name_rank`, rest: conditions => conditions };
}

/** Whoever has the usual package is read from everybody, too. */
function packageSource(name: PackageName): Source {
  const having = sql`u.package_name = ${name} and u.${sql.raw(listedByPackage)}`;
  const users = sql`users u indexed by users_by_package`;
  return {
    from: sql`${users} cross join user_search s on s.name_rank = u.name_rank where ${having}`,
    list: sql`${users} where ${having}`,
    rank: sql<number>`u.name_rank`,
    rest: conditions => ({ ...conditions, packages: conditions.packages.filter(other => other !== name) }),
  };
}

/** Not in the order of names: it is sorted for each page that is read. */
function statusSource(status: AccountStatus): Source {
  const from = sql`people p cross join users u on u.person_id = p.person_id
    cross join user_search s on s.name_rank = u.name_rank where ${sql.raw(listedByStatus)} and p.account_status = ${status}`;
  return {
    from,
    list: from,
    rank: sql<number>`u.name_rank`,
    rest: conditions => ({ ...conditions, person: conditions.person.filter(other => other !== status) }),
  };
}

function queueSource(id: number, isActive: boolean): Source {
  const members = sql`l.queue_id = ${id} and l.is_active = ${isActive ? 1 : 0}`;
  return {
    from: sql`queue_listing l cross join user_search s on s.name_rank = l.name_rank where ${members}`,
    list: sql`queue_listing l where ${members}`,
    rank: sql<number>`l.name_rank`,
    rest: conditions => ({
      ...conditions,
      queues: conditions.queues.filter(ids => !(ids.length === 1 && ids[0] === id)),
      access: conditions.access.slice(1),
    }),
  };
}

/** So few that reading all of them takes no longer than a key may. */
const few = 6_000;
/** Of more than these it takes longer to look up where each stands than to read everybody's text. */
const worthLookingUp = 50_000;

/**
 * The sources to read for users who meet the conditions; where there are more than one they have nobody in common.
 * A short list is read through; else the trigrams of the words find whoever is searched for. Shorter words are looked
 * for in everybody's text: that is quicker than to look up where each of a long list stands.
 */
export async function sourcesFor(db: Db, conditions: Conditions): Promise<Source[]> {
  const { only, words } = conditions;
  if (only && !isFilteredHere(conditions)) return [selectedSource(only)];
  const match = await trigramsOf(db, words);
  const most = words.length > 0 && match === null ? worthLookingUp : few;
  let shortest = await sourceByStatus(db, conditions);
  for (const sources of listsFor(conditions)) {
    const length = await lengthOf(db, sources, most);
    if (!shortest || length < shortest.length) shortest = { sources, length };
  }
  if (shortest && (shortest.length <= most || words.length === 0)) return shortest.sources;
  return [match === null ? everybody : trigramSource(match)];
}

/** Whose account is not active, where those are few enough to be sorted for each page. */
async function sourceByStatus(db: Db, { person }: Conditions): Promise<Found | null> {
  const status = person.find(value => value !== 'active');
  if (!status) return null;
  const sources = [statusSource(status)];
  const length = await lengthOf(db, sources, mostListed);
  return length > mostListed ? null : { sources, length };
}

interface Found {
  sources: Source[];
  length: number;
}

/** The indexes of which each has everybody who meets the conditions. */
function listsFor({ queues, roles, access, presence, packages }: Conditions): Source[][] {
  const lists: Source[][] = [];
  const inQueue = queues.some(({ length }) => length === 1);
  for (const [id, ...others] of queues)
    if (id !== undefined && others.length === 0)
      lists.push(
        access.length > 0
          ? [queueSource(id, access[0] === 'active')]
          : [queueSource(id, true), queueSource(id, false)],
      );
  for (const [id, ...others] of roles)
    if (id !== undefined && others.length === 0) lists.push([roleSource(id)]);
  return [
    ...lists,
    ...packages.filter(name => name !== usualPackage).map(name => [packageSource(name)]),
    ...presence.filter(value => value !== usualPresence).map(value => [presenceSource(value)]),
    // Of a queue, the active ones are listed apart: nobody else's list of them is shorter.
    ...(inQueue ? [] : access.filter(value => value === 'inactive').map(() => [inactiveSource])),
  ];
}

/** How many are in these sources, counted until they are more than `most`. */
async function lengthOf(db: Db, sources: readonly Source[], most: number): Promise<number> {
  let length = 0;
  for (const { list } of sources) {
    if (length > most) break;
    const { rows } = await sql<{ length: number }>`
      select count(*) as length from (select 1 from ${list} limit ${most + 1 - length})`.execute(db);
    length += rows[0]?.length ?? 0;
  }
  return length;
}
