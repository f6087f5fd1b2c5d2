import { chmodSync, linkSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import type { Db } from './dialect.ts';
import { OpenError } from './open.ts';

/**
 * Writes a consistent copy of the roster to `path` while others go on working, verified before it gets its
 * name. An existing file is left alone. Throws OpenError.
 */
export async function backUp(read: Db, path: string): Promise<void> {
  const folder = draftFolder(path);
  try {
    const draft = join(folder, 'roster.db');
    await sql`vacuum into ${draft}`.execute(read);
    chmodSync(draft, 0o600);
    verify(draft);
    // A link, unlike a renaming, never replaces what is there.
    linkSync(draft, path);
  } catch (error) {
    if (error instanceof OpenError) throw error;
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const why = exists ? 'it exists already and was left as it is' : messageOf(error);
    throw new OpenError(`Can't write ${path}: ${why}. Name another file.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function draftFolder(path: string): string {
  try {
    return mkdtempSync(join(dirname(path), '.roster-backup-'));
  } catch (error) {
    throw new OpenError(`Can't write to ${dirname(path)}: ${messageOf(error)}. Name a file elsewhere.`);
  }
}

function verify(draft: string): void {
  const connection = new Database(draft);
  try {
    // A copy is made without the write-ahead log that several processes at once need.
    connection.pragma('journal_mode = WAL');
    const result = connection.pragma('integrity_check', { simple: true });
    if (result !== 'ok') throw new OpenError(`The copy is damaged: ${String(result)}. See: roster check`);
  } finally {
    connection.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
