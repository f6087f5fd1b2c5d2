import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A database in the making. */
export interface Draft {
  /** Where it is made: in a folder of its own beside the name it is to get, with whatever SQLite puts there. */
  path: string;
  /**
   * Gives it its name, or another in the same folder, once it is whole and on the disk, with these permissions, or its
   * owner's only. Throws an error with the code EEXIST if that is taken.
   */
  keep(as?: { name?: string; mode?: number }): void;
  /** Gives it its name whatever has that now, with these permissions. */
  replace(mode: number): void;
  /** Removes what is left of it. */
  discard(): void;
}

/** Names, addresses and work times of many people: nobody's but the owner's unless they decide so. */
const onlyOwner = 0o600;

/** Begins a database that gets the name `path` only when it is whole. */
export function beginDraft(path: string): Draft {
  // Nobody else may look into it meanwhile, whatever the umask.
  const folder = mkdtempSync(`${path}.part-`);
  const draft = join(folder, 'roster.db');
  return {
    path: draft,
    keep({ name = path, mode = onlyOwner } = {}) {
      chmodSync(draft, mode);
      syncFile(draft);
      giveName(draft, name);
      syncFile(dirname(path));
    },
    replace(mode) {
      chmodSync(draft, mode);
      syncFile(draft);
      renameSync(draft, path);
      syncFile(dirname(path));
    },
    discard() {
      // File by file: to list a folder takes another open file, and what went wrong may be that there were too many.
      for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
      for (const name of leftIn(folder)) rmSync(join(folder, name), { force: true });
      if (existsSync(folder)) rmdirSync(folder);
    },
  };
}

/** What else was made there, such as the copy before a migration. */
function leftIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

function giveName(draft: string, path: string): void {
  try {
    // A link, unlike a renaming, never replaces what somebody else put there meanwhile.
    linkSync(draft, path);
  } catch (error) {
    // Memory sticks and some network file systems know no links.
    if (!noLinks.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    if (existsSync(path)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    renameSync(draft, path);
  }
}
