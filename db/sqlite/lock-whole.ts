import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { BusyError } from './lock-retry.ts';
import { explained } from './storage-error.ts';

/** Whoever reads or opens it this very moment is waited for, in ms. */
const longestWait = 2_000;

/**
 * Takes a database for oneself alone: nobody else has it open now, nor can open it until the connection is closed. Null
 * where it is too damaged to be locked, and nobody is known to have it open. Throws BusyError and StorageError.
 */
export function lockWhole(path: string): Database.Database | null {
  const connection = new Database(path, { fileMustExist: true, timeout: longestWait });
  try {
    // Before anything else is read: then there is no file of shared memory that others could hold on to.
    connection.pragma('locking_mode = exclusive');
    // Nothing is committed: even that would write to an empty file. In this mode the lock stays.
    connection.exec('begin exclusive; rollback');
    return connection;
  } catch (error) {
    connection.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY')) throw inUse(path);
    if (!/CORRUPT|NOTADB/.test(code)) throw explained(error, connection);
    if (holders(path).length > 0) throw inUse(path);
    return null;
  }
}

function inUse(path: string): BusyError {
  const ids = holders(path);
  const who = ids.length > 0 ? ` (process ${ids.join(', ')})` : '';
  return new BusyError(`Other programs have ${path} open${who}. Leave them, then try again.`);
}

/** SQLite's locks begin there, whatever the size of the file. */
const lockedFrom = 0x4000_0000;

/** The processes that hold locks on a database, as Linux lists them; none where it can't be told. */
function holders(path: string): number[] {
  try {
    const { ino } = statSync(path, { bigint: true });
    const ids = readFileSync('/proc/locks', 'utf8')
      .split('\n')
      .map(line => /(\d+) [\da-f]+:[\da-f]+:(\d+) (\d+) \S+$/.exec(line))
      .filter(found => found !== null && found[2] === String(ino) && Number(found[3]) >= lockedFrom)
      .map(found => Number(found?.[1]));
    return [...new Set(ids)].filter(id => id !== process.pid);
  } catch {
    return [];
  }
}
