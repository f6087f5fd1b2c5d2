import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { nobody } from '../../roster/screen/selection.ts';
import type { RestoredSession, SessionState } from '../../roster/screen/session-state.ts';
import { makeFolder } from './make-folder.ts';
import { isRunning, ownMark } from './process-mark.ts';
import { readSession, writeSession } from './session-file.ts';

/** Keeps what a session would lose if it ended now. */
export interface SessionStore {
  /** What sessions that are over left behind; those that still run keep theirs. To be called once, before `save`. */
  restore(): RestoredSession;
  /** Written a moment later, at once where a form is done with, and at the latest by `flush`. */
  save(session: SessionState): void;
  flush(): void;
}

/** Whoever is killed loses no more than they did in this time. Milliseconds. */
const writeAfter = 400;

/** What a million selected people and ten thousand in a form need is less; nobody's file is read further. */
const longest = 16 * 1024 * 1024;

/**
 * Keeps the session of one operator on one roster in a file of its own, which carries the mark of the process: as long as
 * that runs nobody else touches it. `roster` is what the roster is known by. What can't be kept, or read, is not worth disturbing anybody for.
 */
export function createSessionStore(folder: string, operator_name: string, roster: string): SessionStore {
  const whose = createHash('sha256').update(`${operator_name}\0${roster}`).digest('hex').slice(0, 24);
  const { pid, began } = ownMark();
  const prefix = `session-${whose}-`;
  const own = join(folder, `${prefix}${pid}-${began}.json`);
  const claimed: string[] = [];
  let pending: { session: SessionState; at: string } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let written: string | null = null;
  let forms = 0;

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!pending) return;
    const { session, at } = pending;
    pending = null;
    quietly(() => {
      const text = writeSession(session, at);
      if (text === null) remove(own);
      else if (text !== written) {
        makeFolder(folder);
        replace(own, text);
      }
      written = text;
      // Only now nothing is lost with them.
      for (const path of claimed.splice(0)) remove(path);
    });
  }

  return {
    restore() {
      const { sessions, drafts } = filesIn(folder, prefix);
      for (const name of drafts) remove(join(folder, name));
      const found = sessions.flatMap(name => {
        const path = join(folder, `${prefix}${pid}-${began}-${randomUUID()}.json`);
        // Of several that start at once one gets it.
        if (!quietly(() => renameSync(join(folder, name), path))) return [];
        claimed.push(path);
        const read = readOwn(path);
        const session = read && readSession(read.text);
        return session ? [{ session, at: read.at }] : [];
      });
      found.sort((a, b) => b.at - a.at);
      const unsaved = found.flatMap(({ session }) => session.unsaved);
      unsaved.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
      forms = unsaved.length;
      const newest = found[0]?.session;
      return { screen: null, selected: nobody, onlySelected: false, ...newest, unsaved };
    },
    save(session) {
      const now = session.unsaved.length + (session.form ? 1 : 0);
      pending = { session, at: new Date().toISOString() };
      // What was saved or given up must not come back.
      if (now < forms) flush();
      else timer ??= setTimeout(flush, writeAfter).unref();
      forms = now;
    },
    flush,
  };
}

/** The files of sessions that are over, and what those had not finished writing. */
function filesIn(folder: string, prefix: string): { sessions: string[]; drafts: string[] } {
  let names: string[] = [];
  quietly(() => {
    names = readdirSync(folder);
  });
  const isOver = (name: string, shape: RegExp) => {
    const [, pid, began] = (name.startsWith(prefix) && shape.exec(name.slice(prefix.length))) || [];
    return pid !== undefined && began !== undefined && !isRunning({ pid: Number(pid), began });
  };
  return {
    sessions: names.filter(name => isOver(name, /^(\d+)-(\d+)(?:-[\da-f-]+)?\.json$/)),
    drafts: names.filter(name => isOver(name, /^(\d+)-(\d+)\.json\.[\da-f-]+$/)),
  };
}

/** The text of a file, and when it was written; null where it is none of ours: a link, a pipe, somebody else's. */
function readOwn(path: string): { text: string; at: number } | null {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size, mtimeMs, uid } = fstatSync(file);
    const mine = process.geteuid === undefined || uid === process.geteuid();
    if (!fstatSync(file).isFile() || !mine || size > longest) return null;
    return { text: readFileSync(file, 'utf8'), at: mtimeMs };
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** All of it or nothing is there, for nobody else to read. */
function replace(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    remove(draft);
    throw error;
  }
}

function remove(path: string): void {
  quietly(() => unlinkSync(path));
}

/** Whether it could be done. */
function quietly(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
