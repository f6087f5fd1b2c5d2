import { type RawBuilder, sql } from 'kysely';
import type { PackageName, Presence } from '../source/roster/vocabulary.ts';
import type { Conditions } from './conditions.ts';
import type { Db } from './dialect.ts';
import {
  listedByAccess,
  listedByPackage,
  listedByPresence,
  presenceOrder,
  usualPackage,
  usualPresence,
} from './search-keys.ts';
import { trigramsOf } from './trigrams.ts';

/** Where users are read from in the order of their names: all of them, or an index of some. */
export interface Source {
  kind: 'all' | 'trigrams' | 'queue' | 'role' | 'access' | 'presence' | 'package';
  /** What stands behind `from`, up to and with its own conditions. Has a row of `user_search` called s. */
  from: RawBuilder<unknown>;
  /** The same, as far as its length is concerned. */
  list: RawBuilder<unknown>;
  /** The name's rank, as the index of this source has it. */
  rank: RawBuilder<number>;
  /** What is left to be looked at of the conditions: whoever is in this source meets the others for certain. */
  rest(conditions: Conditions): Conditions;
}

export const everybody: Source = {
  kind: 'all',
  // In its own order: an index by role, say, may have most of all users, and would lead to each of them anew.
  from: sql`user_search s not indexed where true`,
  list: sql`user_search s not indexed where true`,
  rank: sql<number>`s.name_rank`,
  rest: conditions => conditions,
};

/** Who has the pieces that `match` asks for, and with them the words `told`. */
export function trigramSource(match: string, told: ReadonlySet<string> = new Set()): Source {
  return {
    kind: 'trigrams',
    from: sql`user_trigrams t cross join user_search s on s.name_rank = t.rowid where t.user_trigrams match ${match}`,
    list: sql`user_trigrams t where t.user_trigrams match ${match}`,
    rank: sql<number>`t.rowid`,
    rest: conditions => ({ ...conditions, words: conditions.words.filter(word => !told.has(word)) }),
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
  return { kind, from, list: from, rank: sql<number>`s.name_rank`, rest: conditions => conditions };
}

/** Whoever has the usual package is read from everybody, too. */
function packageSource(name: PackageName): Source {
  const having = sql`u.package_name = ${name} and u.${sql.raw(listedByPackage)}`;
  const users = sql`users u indexed by users_by_package`;
  return {
    kind: 'package',
    from: sql`${users} cross join user_search s on s.name_rank = u.name_rank where ${having}`,
    list: sql`${users} where ${having}`,
    rank: sql<number>`u.name_rank`,
    rest: conditions => ({ ...conditions, packages: conditions.packages.filter(other => other !== name) }),
  };
}

function queueSource(id: number, isActive: boolean): Source {
  const members = sql`l.queue_id = ${id} and l.is_active = ${isActive ? 1 : 0}`;
  return {
    kind: 'queue',
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

/**
 * The sources to read for users who meet the conditions; where there are more than one they have nobody in common.
 * A short list is read through; else the pieces of the words find whoever is searched for.
 */
export async function sourcesFor(
  db: Db,
  conditions: Conditions,
  byWords: (words: readonly string[]) => Source | null | Promise<Source | null> = byPieces,
): Promise<Source[]> {
  const lists = listsFor(conditions);
  let shortest: { sources: Source[]; length: number } | null = null;
  for (const sources of lists) {
    const length = await lengthOf(db, sources);
    if (!shortest || length < shortest.length) shortest = { sources, length };
  }
  const found = shortest && shortest.length <= few ? null : await byWords(conditions.words);
  return found ? [found] : (shortest?.sources ?? [everybody]);
}

function byPieces(words: readonly string[]): Source | null {
  const match = trigramsOf(words);
  return match === null ? null : trigramSource(match);
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

/** How many are in these sources, exact where they are few; where they are not, they are not counted on. */
async function lengthOf(db: Db, sources: readonly Source[]): Promise<number> {
  let length = 0;
  for (const { list } of sources) {
    if (length > few) break;
    const { rows } = await sql<{ length: number }>`
      select count(*) as length from (select 1 from ${list} limit ${few + 1 - length})`.execute(db);
    length += rows[0]?.length ?? 0;
  }
  return length;
}
