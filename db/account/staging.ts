import { chmodSync, realpathSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { inChunks } from '../sqlite/chunks.ts';
import { kyselyOver } from '../sqlite/dialect.ts';
import { textList } from '../sqlite/id-list.ts';

/**
 * What was read of the account and is not in the roster yet. A file of its own beside the roster, so that nobody waits for
 * what is written to it, and a reading that was ended goes on where it was.
 */
export type Staging = Kysely<StagingTables>;

interface StagingTables {
  /** `read_at` (ISO 8601 UTC) once it is whole. */
  lists: { list: string; of: string; read_at: string };
  rows: { list: string; of: string; row_id: string; row: string };
}

/** A list of the account; `of` says what it is of, and is empty where it is of nothing. */
export interface ListKey {
  list: string;
  of: string;
}

export interface StagedRow {
  of: string;
  row_id: string;
  row: string;
}

/** What was read longer ago than so many milliseconds is read again. */
const goodFor = 15 * 60_000;

/** Where what was read of the account stands until it is in the roster at `roster`. */
function stagingFile(roster: string): string {
  return `${realpathSync(roster)}-reading`;
}

/** For what is read every minute and soon read again. */
export async function stageInMemory(): Promise<Staging> {
  return await withTables(new Database(':memory:'));
}

/** Opens what is staged for a roster; what is too old, or can't be read, is forgotten. */
export async function openStaging(roster: string): Promise<Staging> {
  const file = stagingFile(roster);
  try {
    return await stagingAt(file, roster);
  } catch {
    // Nothing is lost: it is what the account says.
    dropStaging(roster);
    return await stagingAt(file, roster);
  }
}

async function stagingAt(file: string, roster: string): Promise<Staging> {
  const connection = new Database(file, { timeout: 0 });
  try {
    // Whoever may write to the roster may go on with it.
    chmodSync(file, statSync(roster).mode & 0o666);
    connection.pragma('journal_mode = WAL');
    const staging = await withTables(connection);
    const tooOld = new Date(Date.now() - goodFor).toISOString();
    await staging.deleteFrom('lists').where('read_at', '<', tooOld).execute();
    return staging;
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function withTables(connection: Database.Database): Promise<Staging> {
  const staging = kyselyOver<StagingTables>(connection);
  await sql`create table if not exists lists (
    list text not null, "of" text not null, read_at text not null, primary key (list, "of")
  ) strict, without rowid`.execute(staging);
  await sql`create table if not exists rows (
    list text not null, "of" text not null, row_id text not null, row text not null, primary key (list, row_id, "of")
  ) strict, without rowid`.execute(staging);
  return staging;
}

/** All of it is in the roster. */
export async function dropStaged(staging: Staging, roster: string): Promise<void> {
  await staging.destroy();
  dropStaging(roster);
}

/** Forgets what is staged: it may be of another account. */
export function dropStaging(roster: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${stagingFile(roster)}${end}`, { force: true });
}

/** Since when (ISO 8601 UTC) a reading is under way that goes on; null: none is. */
export async function stagedSince(staging: Staging): Promise<string | null> {
  const { since } = await staging
    .selectFrom('lists')
    .select(eb => eb.fn.min<string | null>('read_at').as('since'))
    .executeTakeFirstOrThrow();
  return since;
}

/** Whether a list is staged whole. */
export async function isStaged(staging: Staging, { list, of }: ListKey): Promise<boolean> {
  const found = await staging
    .selectFrom('lists')
    .select('list')
    .where('list', '=', list)
    .where('of', '=', of)
    .executeTakeFirst();
  return found !== undefined;
}

/** A list is read from its beginning. */
export async function beginList(staging: Staging, { list, of }: ListKey): Promise<void> {
  for (const table of ['lists', 'rows'] as const)
    await staging.deleteFrom(table).where('list', '=', list).where('of', '=', of).execute();
}

/** Adds a page; returns the ids of rows that are in the list already, and stay as they are. */
export async function addRows(
  staging: Staging,
  key: ListKey,
  rows: readonly { row_id: string; row: string }[],
): Promise<string[]> {
  const added = await inChunks(rows, chunk =>
    staging
      .insertInto('rows')
      .values(chunk.map(row => ({ list: key.list, of: key.of, ...row })))
      .onConflict(conflict => conflict.doNothing())
      .returning('row_id')
      .execute(),
  );
  const isAdded = new Set(added.flat().map(({ row_id }) => row_id));
  const again = new Set<string>();
  for (const { row_id } of rows) if (!isAdded.delete(row_id)) again.add(row_id);
  return [...again];
}

/** All of a list is there. */
export async function endList(staging: Staging, key: ListKey): Promise<void> {
  await staging
    .insertInto('lists')
    .values({ list: key.list, of: key.of, read_at: new Date().toISOString() })
    .execute();
}

/** The rows of a list that is of nothing, by their ids, in parts. */
export async function* stagedParts(
  staging: Staging,
  list: string,
  size: number,
): AsyncGenerator<StagedRow[]> {
  for (let after = ''; ; ) {
    const rows = await staging
      .selectFrom('rows')
      .select(['of', 'row_id', 'row'])
      .where('list', '=', list)
      .where('of', '=', '')
      .where('row_id', '>', after)
      .orderBy('row_id')
      .limit(size)
      .execute();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.row_id;
  }
}

/** In which rows of these lists, whatever they are of, these ids stand. */
export async function stagedRows(
  staging: Staging,
  list: string,
  ids: readonly string[],
): Promise<StagedRow[]> {
  return await staging
    .selectFrom('rows')
    .select(['of', 'row_id', 'row'])
    .where('list', '=', list)
    .where('row_id', 'in', textList(ids))
    .execute();
}
