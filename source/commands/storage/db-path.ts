import { readlinkSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { whyNoPath } from '../../roster/text/path-problem.ts';
import { shellWord } from '../../roster/text/shell-word.ts';
import { homeFolder } from '../../session/files/paths.ts';
import { type Io, resolvePath } from '../shell/io.ts';
import { exits, Refusal } from '../shell/refusal.ts';

/**
 * Where the roster is: as told, else by ROSTER_DB, else in the user's data folder. Over SSH it is where sshd's forced
 * command says, and being told another is a Refusal.
 */
export function rosterPath(io: Io, told: string | undefined): string {
  const { env, session } = io;
  if (session && told !== undefined)
    throw new Refusal(
      '--db names a file of this machine; over SSH there is one roster.',
      exits.forbidden,
      'not_over_ssh',
    );
  if (session) return session.db;
  const named = told || env.ROSTER_DB;
  if (named) return databaseFile(io, named);
  const data = env.XDG_DATA_HOME;
  // The XDG specification: a path that is not absolute is to be ignored.
  const folder = data && isAbsolute(data) ? data : join(homeFolder(env), '.local', 'share');
  return databaseFile(io, join(folder, 'roster', 'roster.db'));
}

/**
 * The absolute path of a database that was named, whether it is there or is to be made: the one way in which commands come
 * by one. Throws Refusal for a name that SQLite would take for another, and for a link that leads nowhere.
 */
export function databaseFile(io: Io, named: string): string {
  const reason = whyNoPath(named);
  if (reason) throw new Refusal(reason, exits.refused, 'invalid_path');
  const path = resolvePath(io, named);
  const target = linkedTo(path);
  if (target === null || isThere(path)) return path;
  throw new Refusal(
    `${path} is a link to ${target}, and nothing is there. Is its disk mounted? Else remove the link, or name another file.`,
    exits.refused,
    'dangling_link',
  );
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What may not be looked at is there, and opening it says why not.
    return true;
  }
}

/** Where a link leads to; null of what is none. */
function linkedTo(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/** What a command that is suggested has to say so that it is about the same roster: nothing where that was not told. */
export function dbOption(io: Io, { db }: { db?: string | undefined }): string {
  return db === undefined ? '' : ` --db ${shellWord(resolvePath(io, db))}`;
}
