import type { StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { systemCode } from '../roster/text/file-problem.ts';

/** Whether accounts can't be looked up just now: whoever it is about is no stranger for that. */
export function isTooManyOpen(code: string): boolean {
  return code === 'EMFILE' || code === 'ENFILE';
}

/** What a user id of the operating system is called, or `user id 1001`. */
export function accountName(uid: number): string {
  return entry('passwd', String(uid))?.[0] ?? `user id ${uid}`;
}

/** The id of a group of the operating system; undefined if there is none of that name. */
export function groupId(name: string): number | undefined {
  const id = entry('group', name)?.[2];
  return id === undefined ? undefined : Number(id);
}

/** What the system knows of an account, by its id, or of a group, by its name: name, password, id … */
function entry(database: 'passwd' | 'group', key: string): string[] | undefined {
  const column = database === 'passwd' ? 2 : 0;
  const lines = [lookedUp(database, key), written(database)].flatMap(text => text.split('\n'));
  return lines.map(line => line.split(':')).find(parts => parts[column] === key);
}

/** By the system's own way, which asks the company's directory, too. */
function lookedUp(database: string, key: string): string {
  // Loaded only here: every command would have to wait for it.
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  try {
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
    return execFileSync('getent', ['--', database, key], { encoding: 'utf8', stdio });
  } catch {
    return '';
  }
}

function written(database: string): string {
  try {
    return readFileSync(`/etc/${database}`, 'utf8');
  } catch (error) {
    if (isTooManyOpen(systemCode(error))) throw error;
    return '';
  }
}
