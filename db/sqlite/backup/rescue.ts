import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { fileProblem, isFileProblem } from '../../../source/roster/text/file-problem.ts';
import { shellWord } from '../../../source/roster/text/shell-word.ts';
import { number } from '../../../source/roster/text/words.ts';
import { applicationId, OpenError } from '../../open.ts';
import { openRegardless, readSchema } from '../check/open-regardless.ts';
import { withSearchAnew } from '../check/rebuild-search.ts';
import { kyselyOver } from '../dialect.ts';
import { beginDraft } from '../draft.ts';
import { migrateTo, schemaVersion } from '../schema/migrations.ts';
import { explained, StorageError } from '../storage-error.ts';
import { columnsOf, type Row, readableRows } from './salvage.ts';

/** What a roster is made of: the other tables are made anew from these. Those that others refer to come first. */
export const rescuedTables = [
  ...[
    'account',
    'license_pools',
    'roles',
    'role_privileges',
    'operators',
    'operator_keys',
    'lost_privileges',
    'regions',
    'teams',
    'skills',
    'queues',
  ],
  ...[
    'templates',
    'signed_in_peaks',
    'people',
    'directory_ids',
    'users',
    'queue_members',
    'user_skills',
    'change_sets',
    'changes',
    'license_overages',
    'account_link',
    'remote_ids',
    'account_base',
    'account_words',
    'pushes',
    'push_steps',
    'push_refusals',
  ],
  'outbox',
] as const;

/** What users are searched, ordered and counted by is made anew from those. */
export const derivedTables = ['user_search', 'queue_listing', 'license_use', 'user_trigrams'] as const;

/** How many rows of a table could be read, and how many of these referred to something that could not. */
export interface RescuedTable {
  table: string;
  rows: number;
  dropped: number;
}

const rowsAtOnce = 500;

/**
 * Saves what is left of a damaged roster as a new one at `to`: the rows of all pages that can be read, with indexes made
 * anew. The damaged file stays as it is. Throws OpenError and StorageError.
 */
export async function rescue(
  from: string,
  to: string,
  onRescued: (what: string) => void,
): Promise<RescuedTable[]> {
  const old = openDamaged(from);
  try {
    const draft = beginDraft(to);
    try {
      const found = await fill(draft.path, old, onRescued);
      draft.keep();
      return found;
    } catch (error) {
      if (error instanceof StorageError) error.message = error.message.replaceAll(draft.path, to);
      throw error;
    } finally {
      draft.discard();
    }
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    const why = error.code === 'EEXIST' ? 'it exists already and was left as it is' : fileProblem(error);
    throw new StorageError(`Can't write ${to}: ${why}. Name another file.`);
  } finally {
    old.close();
  }
}

function openDamaged(path: string): Database.Database {
  const connection = openRegardless(path);
  try {
    if (connection.pragma('application_id', { simple: true }) !== applicationId)
      throw new OpenError(
        `${path} is no roster, or its beginning is damaged; then only a backup helps: ${restoring(path)}`,
      );
    const version = versionOf(connection);
    if (!Number.isInteger(version) || version < 1 || version > schemaVersion)
      throw new OpenError(
        `${path} is of version ${version}, and this roster can rescue versions 1 to ${schemaVersion}. Update roster, then try again.`,
      );
    readSchema(connection);
    return connection;
  } catch (error) {
    connection.close();
    if (error instanceof OpenError) throw error;
    if (error instanceof Database.SqliteError && /CORRUPT|NOTADB/.test(error.code))
      throw new OpenError(
        `What says where everything in ${path} lies is damaged; only a backup helps: ${restoring(path)}`,
      );
    throw explained(error, connection);
  }
}

function versionOf(connection: Database.Database): number {
  return connection.pragma('user_version', { simple: true }) as number;
}

function restoring(path: string): string {
  return `roster restore FILE --db ${shellWord(path)}`;
}

async function fill(
  path: string,
  old: Database.Database,
  onRescued: (what: string) => void,
): Promise<RescuedTable[]> {
  const connection = new Database(path);
  const db = kyselyOver(connection);
  try {
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma('foreign_keys = OFF');
    // Rows fit into tables as they were when they were written; what came of these since is done to them then.
    await migrateTo(db, versionOf(old));
    const found = await withSearchAnew(db, () => fillTables(connection, old, onRescued));
    await migrateTo(db, schemaVersion);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    return found;
  } catch (error) {
    throw explained(error, connection);
  } finally {
    connection.close();
  }
}

async function fillTables(
  connection: Database.Database,
  old: Database.Database,
  onRescued: (what: string) => void,
): Promise<RescuedTable[]> {
  const found: RescuedTable[] = [];
  for (const table of rescuedTables) {
    // It came with a later version.
    if (columnsOf(connection, table).length === 0) continue;
    let rows = 0;
    let batch: Row[] = [];
    const write = async () => {
      insert(connection, table, batch);
      rows += batch.length;
      batch = [];
      onRescued(`${number(rows)} rows of ${table}`);
      await new Promise(setImmediate);
    };
    for (const row of readableRows(old, table)) {
      batch.push(row);
      if (batch.length >= rowsAtOnce) await write();
    }
    await write();
    if (table === 'account' && rows === 0)
      throw new OpenError(
        `What says whose roster it is, is lost; only a backup helps: ${restoring(old.name)}`,
      );
    found.push({ table, rows, dropped: dropOrphans(connection, table) });
  }
  return found;
}

function insert(connection: Database.Database, table: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const known = new Set(columnsOf(connection, table).map(column => column.name));
  const names = Object.keys(rows[0] ?? {}).filter(name => known.has(name));
  const quoted = names.map(name => `"${name}"`).join(', ');
  const statement = connection.prepare(
    `insert or ignore into "${table}" (${quoted}) values (${names.map(() => '?').join(', ')})`,
  );
  connection.transaction(() => {
    for (const row of rows) statement.run(...names.map(name => row[name]));
  })();
}

/** Rows that refer to something that is lost go, unless they may refer to nothing. */
function dropOrphans(connection: Database.Database, table: string): number {
  const columns = connection.pragma(`table_info('${table}')`) as {
    name: string;
    notnull: number;
    pk: number;
  }[];
  const keys = connection.pragma(`foreign_key_list('${table}')`) as {
    table: string;
    from: string;
    to: string | null;
  }[];
  let dropped = 0;
  for (const { table: parent, from, to } of keys) {
    const key = to ?? columnsOf(connection, parent).find(column => column.pk > 0)?.name;
    const lost = `"${from}" is not null and not exists (select 1 from "${parent}" as parent where parent."${key}" = "${table}"."${from}")`;
    const needed = columns.some(({ name, notnull, pk }) => name === from && (notnull || pk));
    if (needed) dropped += connection.prepare(`delete from "${table}" where ${lost}`).run().changes;
    else connection.prepare(`update "${table}" set "${from}" = null where ${lost}`).run();
  }
  return dropped;
}
