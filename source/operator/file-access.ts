import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { shellWord } from '../roster/text/shell-word.ts';
import { accountName } from './accounts.ts';
import { effectiveLogin } from './who.ts';

/**
 * Why the operating system keeps whoever asks away from the roster at `path`, as a sentence that names whom to ask; null
 * where it does not, or where it is their own file.
 */
export function whyShutOut(path: string): string | null {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return null;
  }
  const owner = ownerOf(path);
  if (owner === undefined || owner === process.geteuid?.()) return null;
  const name = accountName(owner);
  return `${effectiveLogin()} may not open ${path}, which belongs to ${name}. Ask ${name} for access.`;
}

/** Who owns a file; if not even that can be seen, who owns the folder that hides it. */
function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    const folder = dirname(path);
    return folder === path ? undefined : ownerOf(folder);
  }
}

/** What everybody on the machine may do with a file. */
const others = 0o007;

/**
 * Takes from the roster at `path`, and the files that SQLite keeps beside it, what everybody on the machine might do with
 * them: there are names and work times of many people in it, and `cp` gives away what `init` did not. Returns a sentence
 * on what was done, or what its owner has to do; null if all is well.
 */
export function closeToOthers(path: string): string | null {
  const open = [path, `${path}-wal`, `${path}-shm`].filter(file => modeOf(file) & others);
  if (open.length === 0) return null;
  try {
    for (const file of open) chmodSync(file, modeOf(file) & 0o777 & ~others);
    return `${path} was open to everybody on this machine; no longer.`;
  } catch {
    const owner = accountName(ownerOf(path) ?? 0);
    return `${path} is open to everybody on this machine. ${owner}, who owns it, can change that: chmod o= ${shellWord(path)}*`;
  }
}

function modeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
}
