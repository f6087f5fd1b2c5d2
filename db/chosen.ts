import { sql } from 'kysely';
import type { Selection } from '../source/roster/selection.ts';
import { holds } from './conditions.ts';
import type { Db } from './dialect.ts';
import { connectionInSql } from './functions.ts';
import { idList } from './id-list.ts';
import type { Found, Stride } from './strides.ts';

/** So few that where each of them stands is asked for; of more, all users are read and looked up among them. */
export const fewChosen = 6_000;
/** Looked up in one query. */
const lookedUpAtOnce = 500;
const readAtOnce = 250;

/**
 * As `strides`, of at most `fewChosen` people: where they stand is looked up once, and only the parts that are asked for
 * are read.
 */
export async function* chosenStrides(
  db: Db,
  { conditions, only, range = {}, backward = false, limit, also = sql`true` }: Stride & { only: Selection },
  pause: () => Promise<void>,
): AsyncGenerator<Found[]> {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = range;
  const ranks = (await knownRanks(db, only, pause)).filter(rank => rank >= low && rank <= high);
  if (backward) ranks.reverse();
  for (let at = 0; at < ranks.length && limit() > 0; at += readAtOnce) {
    const { rows } = await sql<Found>`
      select s.person_id, s.name_rank from user_search s
      where s.name_rank in ${idList(ranks.slice(at, at + readAtOnce))} and ${holds(conditions)} and ${also}
      order by s.name_rank ${sql.raw(backward ? 'desc' : 'asc')}`.execute(db);
    if (rows.length > 0) yield rows;
    await pause();
  }
}

interface Known {
  version: number;
  ranks: readonly number[];
}

/** By selection, and by the connection whose version of the database they are of. */
const known = new WeakMap<Selection, Map<number, Known>>();

/**
 * Where the chosen stand: every key in a view of them asks anew, and they stay where they are until somebody commits. For
 * reading connections: one that writes counts no version for what it wrote itself.
 */
export async function knownRanks(
  db: Db,
  only: Selection,
  pause: () => Promise<void>,
): Promise<readonly number[]> {
  const { rows } = await sql<{ connection: number; version: number }>`
    select ${sql.raw(connectionInSql)}() as connection, data_version as version from pragma_data_version`.execute(
    db,
  );
  const { connection, version } = rows[0]!;
  const ofConnections = known.get(only) ?? new Map<number, Known>();
  known.set(only, ofConnections);
  const found = ofConnections.get(connection);
  if (found?.version === version) return found.ranks;
  const ranks = await ranksOf(db, only, pause);
  ofConnections.set(connection, { version, ranks });
  return ranks;
}

/** Where those of them stand who are users, in order. */
async function ranksOf(db: Db, only: Selection, pause: () => Promise<void>): Promise<number[]> {
  const ranks: number[] = [];
  const ids = [...only];
  for (let at = 0; at < ids.length; at += lookedUpAtOnce) {
    const { rows } = await sql<{ ranks: string }>`
      select json_group_array(name_rank) as ranks from users
      where person_id in ${idList(ids.slice(at, at + lookedUpAtOnce))}`.execute(db);
    for (const rank of JSON.parse(rows[0]!.ranks) as number[]) ranks.push(rank);
    await pause();
  }
  return ranks.sort((one, other) => one - other);
}
