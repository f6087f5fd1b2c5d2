import { chmodSync, chownSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { shellWord } from '../source/roster/text/shell-word.ts';
import { OpenError } from './open.ts';

/** Its group, and nobody else, may do everything in it; what is made in it belongs to the group. */
const groupOnly = 0o2770;

/**
 * Makes the folder of a roster that a group shares: SQLite keeps files beside the database that all of them write. One
 * that is there already has to be like that, and is left as it is. Throws OpenError.
 */
export function makeGroupFolder(folder: string, gid: number): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there) {
    if (there.gid === gid && (there.mode & 0o7777) === groupOnly) return;
    throw new OpenError(
      `${folder} is not the group's alone, and is left as it is. Name a file in a new folder with --db FILE, ` +
        `or make it so: chgrp ${gid} ${shellWord(folder)} && chmod 2770 ${shellWord(folder)}`,
    );
  }
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
  try {
    chownSync(folder, process.geteuid?.() ?? 0, gid);
    chmodSync(folder, groupOnly);
    // Where somebody is not in the group, the system takes the bit away without a word.
    if ((statSync(folder).mode & 0o7777) === groupOnly) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    rmdirSync(folder);
    throw new OpenError(
      `You can give files only to a group you are in. Ask whoever looks after this machine to add you.`,
    );
  }
  throw new OpenError(`${folder} can't be given to the group: the file system does not keep such modes.`);
}

/** Whether what lies in a folder is there for a group, as `makeGroupFolder` left it. */
export function isGroupFolder(folder: string): boolean {
  return (statSync(folder).mode & 0o7777) === groupOnly;
}
