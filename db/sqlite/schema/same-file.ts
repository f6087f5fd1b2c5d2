import { type BigIntStats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { replaced, StorageError, whyNotOpen } from '../storage-error.ts';
import { schemaVersion } from './migrations.ts';

/**
 * Why nothing can be opened under this name: there is no such file, or none that may be looked at. `db` is what a command has
 * to say that is to make it there.
 */
export function whyNoRoster(path: string, db: string): string | null {
  try {
    return statSync(path).isDirectory() ? whyNotOpen(path) : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return whyNotOpen(path);
    const folder = dirname(path);
    const noFolder =
      statSync(folder, { throwIfNoEntry: false }) === undefined && !folder.startsWith(homedir());
    const mounted = noFolder ? ` There is no folder ${folder}; is its disk mounted?` : '';
    return `No roster at ${path}. Make one: roster init --account NAME${db}; look around: roster demo${mounted && `.${mounted}`}`;
  }
}

/**
 * The file that was opened under this name. Once another one has the name – put back from a backup, moved, removed – what
 * is written to the old one would be lost with it, and nobody would be told.
 */
export function sameFile(path: string) {
  const identity = ({ dev, ino }: BigIntStats) => `${dev} ${ino}`;
  const opened = identity(statSync(path, { bigint: true }));
  const isThere = () => {
    const now = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!now || identity(now) !== opened) throw new StorageError(replaced(path));
  };
  return {
    /** Throws StorageError if it is no longer. */
    isThere,
    /** Throws StorageError if it is no longer, or a newer roster has migrated it. To be asked under the lock. */
    mayWrite(connection: Database.Database) {
      isThere();
      const version = connection.pragma('user_version', { simple: true }) as number;
      if (version > schemaVersion)
        throw new StorageError(
          `${path} was brought to a newer version meanwhile; nothing was written. Leave, update roster, and open it again.`,
        );
    },
  };
}
