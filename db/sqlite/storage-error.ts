import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { fileProblem, systemCode } from '../../source/roster/text/file-problem.ts';
import { shellWord } from '../../source/roster/text/shell-word.ts';
import { BusyError } from './lock-retry.ts';

/** A fault of the disk, of permissions, or of the file itself; the message says what it is and what to do next. */
export class StorageError extends Error {
  override name = 'StorageError';
  /** It is the file's contents that are damaged. */
  damaged = false;
}

/** The connection that met the fault: its file, and whether it only reads. */
type Connection = Pick<Database.Database, 'name' | 'readonly'>;

/**
 * What SQLite says of disks, files and locks as an error for people: StorageError or BusyError. All other errors
 * are handed back as they are. May look at the file to find the reason.
 */
export function explained(error: unknown, { name: path, readonly }: Connection): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const kind = error.code.split('_')[1] ?? '';
  if (kind === 'BUSY') return new BusyError('Another program keeps the roster locked. Try again.');
  const sentence = sentenceFor(kind, error, { path, readonly });
  if (sentence === null) return error;
  const fault = new StorageError(sentence, { cause: error });
  fault.damaged = kind === 'CORRUPT' || kind === 'NOTADB';
  return fault;
}

function sentenceFor(
  kind: string,
  { code, message }: { code: string; message: string },
  { path, readonly }: { path: string; readonly: boolean },
): string | null {
  switch (kind) {
    case 'FULL':
      // Whoever only reads fills nothing but the place for sorting.
      return readonly ? noTemporaryRoom() : `${fullDisk(path)}; nothing was written. ${makeRoom}`;
    case 'IOERR':
      // A quota, and memory that is shared through a file, fail in other ways than a disk that says that it is full.
      if (code.includes('SHM') && !takesBytes(path))
        return `${fullDisk(path)}: SQLite needs 32 KB beside it to read. ${makeRoom}`;
      if (/WRITE|TRUNCATE/.test(code) && !takesBytes(path))
        return `${fullDisk(path)}; nothing was written. ${makeRoom}`;
      return (
        `The disk fails at ${path} (${code}). Save a copy on another one with roster backup FILE --db ${shellWord(path)}, ` +
        'then have the disk looked at.'
      );
    case 'READONLY':
      if (code === 'SQLITE_READONLY_DBMOVED') return replaced(path);
      return `${whyNotWritable(path) ?? `${path} can only be read (${message}).`} Nothing was written.`;
    case 'CANTOPEN':
      return (
        whyNotOpen(path) ??
        `SQLite can't open ${path} or make its files beside it (${message}); too many may be open (ulimit -n). Try again.`
      );
    case 'CORRUPT':
    case 'NOTADB':
      return damaged(path, message);
    case 'NOMEM':
      return 'There is not enough memory left. Close other programs, then try again.';
    case 'PROTOCOL':
    case 'NOLFS':
      return `Locks don't work on the file system that holds ${path}. Move it to a local disk.`;
    default:
      return null;
  }
}

const makeRoom = 'Make room there, then try again.';
/** Bytes: with less than that left, SQLite's small files beside the roster can't be made. */
const smallFiles = 65_536;

function fullDisk(path: string): string {
  return `The disk that holds ${path} is full`;
}

function noTemporaryRoom(): string {
  const { SQLITE_TMPDIR, TMPDIR } = process.env;
  return (
    `No room is left for temporary files in ${SQLITE_TMPDIR ?? TMPDIR ?? '/var/tmp'}. ` +
    'Make room there, or name another folder with TMPDIR.'
  );
}

/** The roster was opened, and by now another file has its name, or none has. */
export function replaced(path: string): string {
  return `${path} was removed or replaced by another file meanwhile; nothing was written. Leave, and open it again.`;
}

function damaged(path: string, why: string): string {
  return `${path} is damaged (${why}). See what can be done: roster check --db ${shellWord(path)}`;
}

/** Why a roster that is there can't be opened, or what SQLite needs beside it not be made; null if nothing tells. */
export function whyNotOpen(path: string): string | null {
  try {
    if (statSync(path).isDirectory())
      return `Can't open ${path}: it is a folder. Name the file in it with --db FILE.`;
    closeSync(openSync(path, 'r'));
  } catch (error) {
    return `Can't open ${path}: ${fileProblem(error)}. ${whatToDo(error)}`;
  }
  const beside = whyNoAccess(dirname(path));
  if (beside)
    return (
      `Can't open ${path}: SQLite makes files beside it, even to read, and in ${dirname(path)} ` +
      `${fileProblem(beside)}. ${whatToDo(beside)}`
    );
  return whyNoMoreFiles(path);
}

/** What of a roster that is there can't be written to, and why; null if nothing tells. */
function whyNotWritable(path: string): string | null {
  const folder = dirname(path);
  const file = whyNoAccess(path);
  if (file) return `Can't write to ${path}: ${fileProblem(file)}. ${whatToDo(file)}`;
  const beside = whyNoAccess(folder);
  if (beside)
    return `Can't write in ${folder}, where SQLite keeps files beside ${path}: ${fileProblem(beside)}. ${whatToDo(beside)}`;
  return null;
}

function whyNoAccess(path: string): unknown {
  try {
    accessSync(path, constants.W_OK);
    return null;
  } catch (error) {
    return error;
  }
}

function whyNoMoreFiles(path: string): string | null {
  const { files, ffree } = statfsSync(dirname(path));
  if (files > 0 && ffree === 0)
    return `The disk that holds ${path} takes no more files (df -i). Remove some there, then try again.`;
  return takesBytes(path) ? null : `${fullDisk(path)}. ${makeRoom}`;
}

/** Whether the disk of a file takes some more; tried, because a quota is in no count of free blocks. */
function takesBytes(path: string): boolean {
  const named = `${path}.probe`;
  // Whatever has that name already is not ours to remove.
  const probe = existsSync(named) ? `${named}-${crypto.randomUUID()}` : named;
  let file: number | null = null;
  try {
    file = openSync(probe, 'wx', 0o600);
    writeFileSync(file, Buffer.alloc(smallFiles, 1));
    fsyncSync(file);
    return true;
  } catch (error) {
    return !['ENOSPC', 'EDQUOT'].includes(systemCode(error));
  } finally {
    if (file !== null) {
      closeSync(file);
      rmSync(probe, { force: true });
    }
  }
}

function whatToDo(error: unknown): string {
  const code = systemCode(error);
  if (code === 'EROFS') return 'Copy it to another disk, and name the copy with --db FILE.';
  if (code === 'EMFILE' || code === 'ENFILE') return 'Allow more (ulimit -n), or close other programs.';
  if (code === 'EIO' || code === 'ESTALE' || code === 'ENODEV') return 'Look after the disk, then try again.';
  return 'Ask whoever owns it, or name another with --db FILE.';
}
