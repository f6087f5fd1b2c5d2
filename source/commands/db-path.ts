import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { currentSession } from '../operator/ssh-session.ts';
import { shellWord } from '../roster/shell-word.ts';
import { exits, Refusal } from './refusal.ts';

/**
 * Where the roster is: as told, else by ROSTER_DB, else in the user's data folder. Over SSH it is where sshd's forced
 * command says, and being told another is a Refusal.
 */
export function rosterPath(told: string | undefined, env: NodeJS.ProcessEnv): string {
  const session = currentSession();
  if (session && told !== undefined)
    throw new Refusal(
      '--db names a file of this machine; over SSH there is one roster.',
      exits.forbidden,
      'not_over_ssh',
    );
  if (session) return session.db;
  const named = told || env.ROSTER_DB;
  if (named) return resolve(named);
  const data = env.XDG_DATA_HOME;
  // The XDG specification: a path that is not absolute is to be ignored.
  return join(data && isAbsolute(data) ? data : join(homedir(), '.local', 'share'), 'roster', 'roster.db');
}

/** What a command that is suggested has to say so that it is about the same roster: nothing where that was not told. */
export function dbOption({ db }: { db?: string | undefined }): string {
  return db === undefined ? '' : ` --db ${shellWord(resolve(db))}`;
}
