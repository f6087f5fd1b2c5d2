import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { shellWord } from '../roster/shell-word.ts';
import { type Io, resolvePath } from './io.ts';
import { exits, Refusal } from './refusal.ts';

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
  if (named) return resolvePath(io, named);
  const data = env.XDG_DATA_HOME;
  // The XDG specification: a path that is not absolute is to be ignored.
  return join(
    data && isAbsolute(data) ? data : join(env.HOME ?? homedir(), '.local', 'share'),
    'roster',
    'roster.db',
  );
}

/** What a command that is suggested has to say so that it is about the same roster: nothing where that was not told. */
export function dbOption(io: Io, { db }: { db?: string | undefined }): string {
  return db === undefined ? '' : ` --db ${shellWord(resolvePath(io, db))}`;
}
