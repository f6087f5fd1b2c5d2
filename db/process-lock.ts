import { chmodSync, closeSync, openSync, realpathSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fileProblem } from '../source/roster/text/file-problem.ts';
import { OpenError } from './open.ts';
import { explained, StorageError } from './sqlite/storage-error.ts';

/** Held by the one process that does something for a roster. */
export interface ProcessLock {
  release(): void;
}

/** What only one process of a roster does at a time, and how that is called in sentences. */
const doers = { sender: 'sends e-mails', account: 'talks to the account' };

/**
 * Takes the right to do something for the roster at `path`, or returns null while another process has it.
 * It is a lock of the operating system on an empty file beside the roster, and ends with the process however
 * that ends: whoever holds it knows that nobody else does it, without clocks or process numbers to misread.
 * Throws OpenError.
 */
export function lockFor(doer: keyof typeof doers, path: string): ProcessLock | null {
  const file = `${realpathSync(path)}-${doer}`;
  // Whoever may write to the roster may do it; an empty file, so nothing is lost if another one makes it, too.
  const mode = statSync(path).mode & 0o666;
  let connection: Database.Database | null = null;
  try {
    makeFile(file, mode);
    connection = new Database(file, { timeout: 0 });
    connection.exec('begin exclusive');
  } catch (error) {
    connection?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    const told = explained(error, { name: file, readonly: false });
    if (told instanceof StorageError) throw told;
    throw new OpenError(
      `Can't lock ${file}: ${fileProblem(error)}. Whoever ${doers[doer]} must be able to write there.`,
    );
  }
  const held = connection;
  return { release: () => held.close() };
}

function makeFile(file: string, mode: number) {
  try {
    closeSync(openSync(file, 'wx', mode));
    // The umask may have taken away what the roster allows.
    chmodSync(file, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
