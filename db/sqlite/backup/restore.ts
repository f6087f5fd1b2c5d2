import {
  chownSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { fileProblem, isFileProblem } from '../../../source/roster/text/file-problem.ts';
import { shellWord } from '../../../source/roster/text/shell-word.ts';
import { isGroupFolder } from '../../group-folder.ts';
import { makeSureOfRoster, OpenError, openRoster, type RosterDatabase } from '../../open.ts';
import type { Finding } from '../check/check.ts';
import { checkFile } from '../check/check-file.ts';
import { checkRecords } from '../check/check-records.ts';
import { copyDatabase } from '../copy.ts';
import { beginDraft, type Draft, syncFile } from '../draft.ts';
import { leavingNothing } from '../leave-nothing.ts';
import { lockWhole } from '../lock-whole.ts';
import { snapshot } from '../snapshot.ts';
import { StorageError } from '../storage-error.ts';
import { settleRestoredNotices } from './restored-notices.ts';

/** A verified copy of a backup, ready to be put in a roster's place. */
export interface Restoring {
  copy: RosterDatabase;
  /** What in it does not fit together, though the file is whole. */
  findings: Finding[];
  /**
   * Puts it in the roster's place. The file that was there is kept beside it; its path is returned, null if there was
   * none. At no moment is there neither. Throws BusyError while other programs have the roster open, and StorageError.
   */
  putInPlace(at: string): Promise<string | null>;
  discard(): Promise<void>;
}

/** Told what is being done; what it throws ends the work. */
export type OnRestoring = (what: string) => void;

/** Copies the backup `from` beside the roster of this name and verifies all of it. Throws OpenError and StorageError. */
export async function prepareRestore(
  from: string,
  named: string,
  onRestoring: OnRestoring,
): Promise<Restoring> {
  await leavingNothing(from, async () => makeSureOfRoster(from));
  // A link goes on leading to the roster, and SQLite's files lie beside that.
  const path = existsSync(named) ? realpathSync(named) : named;
  if (isSame(from, path)) throw new OpenError(`${from} is the roster itself. Name a backup of it.`);
  const draft = begin(path);
  try {
    const onCopied = (done: number) => onRestoring(`Copying: ${Math.floor(done * 100)} %`);
    await leavingNothing(from, () => copyDatabase(from, { path: draft.path, called: path }, onCopied));
    const { findings } = await checkFile(draft.path, what => onRestoring(`Checking ${what} …`));
    const [first] = findings.filter(({ damage }) => damage !== 'records');
    if (first)
      throw new OpenError(
        `${from} is damaged (${first.message}); nothing was changed. Name an older backup. See: roster check --db ${shellWord(from)}`,
      );
    becomeRoster(draft.path);
    const copy = await openRoster(draft.path);
    const records = await snapshot(copy.read, db =>
      checkRecords(db, what => onRestoring(`Checking ${what} …`)),
    );
    return {
      copy,
      findings: [...findings, ...records.findings],
      async putInPlace(at) {
        await copy.close();
        return replace(path, draft, at);
      },
      async discard() {
        await copy.close();
        draft.discard();
      },
    };
  } catch (error) {
    draft.discard();
    throw error;
  }
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map(path => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && first.ino === second?.ino && first.dev === second?.dev;
}

function begin(path: string): Draft {
  try {
    return beginDraft(path);
  } catch (error) {
    throw new StorageError(`Can't write beside ${path}: ${fileProblem(error)}. Nothing was changed.`);
  }
}

/** What was saved by other means may not have the write-ahead log that several processes at once need. */
function becomeRoster(path: string): void {
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.close();
}

function replace(path: string, draft: Draft, at: string): string | null {
  const before = statSync(path, { throwIfNoEntry: false });
  const lock = before ? lockWhole(path) : null;
  try {
    settleRestoredNotices(draft.path, lock, at);
    if (before) takeOwner(draft.path, path, before);
    const aside = before ? keepAside(path) : null;
    // With the log of the old file beside it the new one would be mixed up with it.
    for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    draft.replace(modeFor(path, before));
    return aside;
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    throw new StorageError(`Can't put the copy in the place of ${path}: ${fileProblem(error)}.`);
  } finally {
    // Only now: whoever waited for the lock finds that the file was replaced, and writes nothing to the old one.
    lock?.close();
  }
}

/** Who may open it: whoever could before; of one that is gone, whoever its folder is for. */
function modeFor(path: string, before: Stats | undefined): number {
  if (before) return before.mode & 0o777;
  return isGroupFolder(dirname(path)) ? 0o660 : 0o600;
}

/** Gives the present file, and what its log may hold of it, another name beside its own. */
function keepAside(path: string): string {
  for (let n = 1; ; n++) {
    const aside = `${path}.before-restore${n === 1 ? '' : `-${n}`}`;
    if (statSync(aside, { throwIfNoEntry: false })) continue;
    giveSecondName(path, aside);
    if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size)
      giveSecondName(`${path}-wal`, `${aside}-wal`);
    syncFile(dirname(path));
    return aside;
  }
}

function giveSecondName(path: string, second: string): void {
  try {
    linkSync(path, second);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Memory sticks and some network file systems know no links; then there is a moment without a roster.
    renameSync(path, second);
  }
}

/** Before anything is put in place: a roster that a group shares keeps its owner, by whom others are let in. */
function takeOwner(draft: string, path: string, { uid, gid }: Stats): void {
  const own = statSync(draft);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(draft, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    throw new StorageError(
      `${path} belongs to another account of this machine, and so would not the copy. Let its owner restore it.`,
    );
  }
}
