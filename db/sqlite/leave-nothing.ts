import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Runs `work`, which only reads the database at `path`, and takes away the files that SQLite makes beside it even for that:
 * only the last connection that may write can do so. What was there before stays, for somebody may use it.
 */
export async function leavingNothing<T>(path: string, work: () => Promise<T>): Promise<T> {
  const before = existsSync(`${path}-shm`);
  try {
    return await work();
  } finally {
    if (!before && existsSync(`${path}-shm`)) openAndClose(path);
  }
}

function openAndClose(path: string): void {
  try {
    const connection = new Database(path, { fileMustExist: true, timeout: 0 });
    try {
      // Only what was read is closed with its log.
      connection.pragma('schema_version');
    } finally {
      connection.close();
    }
  } catch {
    // Somebody uses it just now, or it may not be written to: then they stay.
  }
}
