import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { shellWord } from '../source/roster/text/shell-word.ts';
import { type Db, kyselyOver } from './sqlite/dialect.ts';
import type { LockRetry } from './sqlite/lock-retry.ts';
import { migrate, schemaVersion } from './sqlite/schema/migrations.ts';
import { sameFile, whyNoRoster } from './sqlite/schema/same-file.ts';
import { explained, StorageError } from './sqlite/storage-error.ts';

/** `rost` in ASCII: marks a SQLite file as ours. */
export const applicationId = 0x726f7374;

/** The database can't be used; the message says why and what to do next. */
export class OpenError extends Error {
  override name = 'OpenError';
  /** It may have been a roster, and can't be read as one any more. */
  damaged = false;
}

/** Whether an error says that a roster's file is damaged. */
export function saysDamaged(error: unknown): boolean {
  return (error instanceof OpenError || error instanceof StorageError) && error.damaged;
}

function unreadable(message: string): OpenError {
  return Object.assign(new OpenError(message), { damaged: true });
}

/** An open roster. */
export interface RosterDatabase {
  path: string;
  /** For everything that is shown. Reads only, so that `dataVersion` notices our own writes too. */
  read: Db;
  /** Another connection that reads, for what takes long beside it; closed with the roster unless it is destroyed before. */
  reader(): Db;
  /** For change sets and imports; opened when first needed. */
  write(): Db;
  /** How its writers wait for other programs; who opened it may set this at any time. */
  lockRetry: LockRetry;
  /** Set before the first write: commits leave the write-ahead log to `foldLog`, and who waits for them waits less long. */
  foldsLater: boolean;
  /** Brings the write-ahead log into the file as far as nobody reads in it; for a moment when nobody waits. */
  foldLog(): void;
  /**
   * A number that changes whenever anybody, this process included, has committed. Throws StorageError once another
   * file has the roster's name.
   */
  dataVersion(): number;
  /** Where the database was copied to before it was brought to this version; null if it was current. */
  copiedTo: string | null;
  close(): Promise<void>;
}

/** Opens an existing roster, bringing an older one up to date first; `asNamed` as for `makeSureOfRoster`. Throws OpenError. */
export async function openRoster(
  path: string,
  lockRetry: LockRetry = {},
  asNamed = '',
): Promise<RosterDatabase> {
  let copiedTo: string | null = null;
  if (makeSureOfRoster(path, asNamed) < schemaVersion) {
    const db = kyselyOver(openWriter(path), lockRetry);
    copiedTo = await migrate(db, path).finally(() => db.destroy());
  }
  const reader = openSmallReader(path);
  const read = kyselyOver(reader);
  const readers: Database.Database[] = [];
  const file = sameFile(path);
  // Asked all the time, for as long as nobody does anything.
  let version: Database.Statement<[], number> | null = null;
  let writer: { db: Db; connection: Database.Database } | null = null;
  const roster: RosterDatabase = {
    path,
    lockRetry,
    read,
    reader() {
      file.isThere();
      const connection = openSmallReader(path);
      readers.push(connection);
      return kyselyOver(connection);
    },
    write() {
      if (!writer) {
        // What is shown, and planned by, is what is read: another file of the same name is another roster.
        file.isThere();
        const connection = openWriter(path);
        if (roster.foldsLater) connection.pragma('wal_autocheckpoint = 0');
        writer = { db: kyselyOver(connection, lockRetry, () => file.mayWrite(connection)), connection };
      }
      return writer.db;
    },
    foldsLater: false,
    foldLog() {
      writer?.connection.pragma('wal_checkpoint(PASSIVE)');
    },
    dataVersion() {
      file.isThere();
      version ??= reader.prepare<[], number>('pragma data_version').pluck();
      return version.get()!;
    },
    copiedTo,
    async close() {
      await read.destroy();
      for (const connection of readers) connection.close();
      reader.close();
      // Last, because the last connection to close folds the write-ahead log into the file, and a reader can't.
      await writer?.db.destroy();
      // What was never asked anything, Kysely leaves open.
      writer?.connection.close();
    },
  };
  return roster;
}

/** Pages that a writer keeps, in KiB: a change goes through the order of names once, and hardly comes back to a page. */
const writerCache = 4_000;

/** A connection that writes: nothing is reported done that is not on the disk. */
function openWriter(path: string): Database.Database {
  const connection = connect(path, {});
  try {
    connection.pragma('synchronous = FULL');
    connection.pragma(`cache_size = ${-writerCache}`);
    connection.pragma('foreign_keys = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw explained(error, connection);
  }
}

/** Readers wait for nobody but who opens or closes the file this very moment. */
const readerTimeout = 2_000;
/** Pages that a reader keeps, in KiB: the operating system keeps all of them, and once for everybody who looks. */
const readerCache = 2_000;

function connectReader(path: string): Database.Database {
  return connect(path, { readonly: true, timeout: readerTimeout });
}

/** A connection that reads a roster that is open elsewhere in this process, in a thread of its own. Throws OpenError. */
export function openReader(path: string): Db {
  return kyselyOver(openSmallReader(path));
}

function openSmallReader(path: string): Database.Database {
  const connection = connectReader(path);
  try {
    connection.pragma(`cache_size = ${-readerCache}`);
    return connection;
  } catch (error) {
    connection.close();
    throw explained(error, connection);
  }
}

function connect(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, { timeout: 0, fileMustExist: true, ...options });
  } catch (error) {
    const told = explained(error, { name: path, readonly: options.readonly === true });
    throw told instanceof StorageError
      ? Object.assign(new OpenError(told.message), { damaged: told.damaged })
      : told;
  }
}

/**
 * The schema version of a file. Throws OpenError unless it is a roster, and not a newer one; `asNamed` is what the command
 * says that makes it, where that has to say it: ` --db FILE`.
 */
export function makeSureOfRoster(path: string, asNamed = ''): number {
  const missing = whyNoRoster(path, asNamed);
  if (missing) throw new OpenError(missing);
  const db = `--db ${shellWord(path)}`;
  if (statSync(path).size === 0)
    throw unreadable(
      `${path} is empty. If it was a roster, go back to a backup: roster restore FILE ${db}; else remove it and make one: ` +
        `roster init --account NAME ${db}`,
    );
  const connection = connectReader(path);
  try {
    const id = connection.pragma('application_id', { simple: true }) as number;
    if (id !== applicationId)
      throw new OpenError(`${path} is a database, but not a roster. Name another with --db FILE.`);
    const version = connection.pragma('user_version', { simple: true }) as number;
    if (version > schemaVersion)
      throw new OpenError(
        `${path} was written by a newer roster (its version is ${version}, this one knows up to ${schemaVersion}). ` +
          'Update roster, then open it again.',
      );
    return version;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
      throw unreadable(
        `${path} is not a database, or its beginning is damaged. Name another with --db FILE, or go back to a backup: ` +
          `roster restore FILE ${db}`,
      );
    throw explained(error, connection);
  } finally {
    connection.close();
  }
}
