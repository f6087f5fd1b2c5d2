import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { explained, StorageError } from './storage-error.ts';

/** Told how much of the work is done, from 0 to 1; what it throws ends the work. */
export type OnCopied = (done: number) => void;

/** So many pages are copied before keys and signals get a turn: some milliseconds. */
const pagesAtOnce = 1_000;

/** The file that is made, and the name it is to get, which is the one that people know. */
export interface Target {
  path: string;
  called: string;
}

/**
 * Copies the database at `from`, as it is at this moment, into a new file, while others read and write it: page by
 * page from one snapshot, which neither waits for them nor holds them up. Throws StorageError, what the operating system
 * says of the new file, and what `onCopied` throws.
 */
export async function copyDatabase(from: string, to: Target, onCopied: OnCopied = () => {}): Promise<void> {
  // Only for its owner from the beginning on.
  closeSync(openSync(to.path, 'wx', 0o600));
  const source = openSource(from);
  try {
    // Without an open snapshot the copying would begin anew whenever somebody writes, and might never end.
    source.exec('begin');
    source.prepare('select 1 from sqlite_schema').get();
    await source.backup(to.path, {
      progress({ totalPages, remainingPages }) {
        onCopied(1 - remainingPages / totalPages);
        return pagesAtOnce;
      },
    });
  } catch (error) {
    throw explained(error, isAtTarget(error) ? { name: to.called, readonly: false } : source);
  } finally {
    source.close();
  }
}

function openSource(path: string): Database.Database {
  try {
    return new Database(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
  } catch (error) {
    throw explained(error, { name: path, readonly: true });
  }
}

/** Whether it is not the source that fails: that one is only read. */
function isAtTarget(error: unknown): boolean {
  return error instanceof Database.SqliteError && /FULL|READONLY|_WRITE|SYNC|TRUNCATE/.test(error.code);
}

/** Reads all of a database that nobody else has open, and throws StorageError unless it is whole. */
export function verifyCopy({ path, called }: Target): void {
  const connection = new Database(path, { fileMustExist: true });
  try {
    const [first] = connection.pragma('quick_check(1)') as { quick_check: string }[];
    // The last line says what it is.
    const found = first?.quick_check.split('\n').at(-1);
    if (found !== 'ok')
      throw Object.assign(
        new StorageError(
          `The copy is damaged (${found}), and was not kept. Look at the roster itself: roster check`,
        ),
        { damaged: true },
      );
  } catch (error) {
    throw explained(error, { name: called, readonly: false });
  } finally {
    // The last to close it, so nothing stays beside it.
    connection.close();
  }
}
