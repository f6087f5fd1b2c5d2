import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** Where the roster is: as told, else by ROSTER_DB, else in the user's data folder. */
export function rosterPath(told: string | undefined, env: NodeJS.ProcessEnv): string {
  const named = told || env.ROSTER_DB;
  if (named) return resolve(named);
  const data = env.XDG_DATA_HOME;
  // The XDG specification: a path that is not absolute is to be ignored.
  return join(data && isAbsolute(data) ? data : join(homedir(), '.local', 'share'), 'roster', 'roster.db');
}
