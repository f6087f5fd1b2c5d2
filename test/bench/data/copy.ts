import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Data } from './cache.ts';

/** A roster to write to, in a folder of its own that holds the settings of who opens it, too. */
export interface Copy {
  db: string;
  home: string;
  remove(): void;
}

/** Copies the roster, without reading it where the file system can do so. */
export function copyOf(data: Data): Copy {
  const home = mkdtempSync(join(data.folder, '..', 'copy-'));
  const db = join(home, 'roster.db');
  mkdirSync(join(home, 'config'));
  copyFileSync(data.db, db, constants.COPYFILE_FICLONE);
  // Else the first commit would wait until all of the copy is on the disk.
  const file = openSync(db, 'r+');
  fsyncSync(file);
  closeSync(file);
  return { db, home, remove: () => rmSync(home, { recursive: true, force: true }) };
}
