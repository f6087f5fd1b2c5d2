import { readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { whyNoPath } from '../../roster/text/path-problem.ts';

/** The home of whoever runs the program: where HOME is empty, or no path that counts everywhere, the system knows it. */
export function homeFolder({ HOME }: NodeJS.ProcessEnv = process.env): string {
  return HOME && isAbsolute(HOME) ? HOME : userInfo().homedir;
}

/** The file that a path typed by a person means: `~` is their home. Throws a sentence where no file can be called so. */
export function typedPath(path: string): string {
  const reason = whyNoPath(path);
  if (reason) throw new Error(reason);
  if (path.includes('\0')) throw new Error('No path has a NUL character (␀) in it. Take it out.');
  return resolve(path === '~' || path.startsWith('~/') ? join(homeFolder(), path.slice(1)) : path);
}

/** Folders, and files that may be CSV, that a typed path may go on with; the text as far as they agree. */
export async function completePath(text: string): Promise<{ text: string; names: string[] }> {
  const typed = text.trimStart();
  const folderText =
    typed.endsWith('/') || typed === '' ? typed : typed.slice(0, typed.length - basename(typed).length);
  if (typed === '~') return { text: '~/', names: ['~/'] };
  const begun = typed.slice(folderText.length);
  const names = folderText.includes('\0')
    ? []
    : await namesIn(folderText === '' ? '.' : typedPath(join(folderText, '.')));
  const fitting = names.filter(
    name => name.startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.')),
  );
  return { text: fitting.length === 0 ? text : folderText + sharedBeginning(fitting), names: fitting };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory() || entry.isSymbolicLink() || /\.(csv|tsv|txt)$/i.test(entry.name))
      .map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch {
    // A folder that is not there, or not ours to read, has nothing to go on with.
    return [];
  }
}

function sharedBeginning(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  let length = first.length;
  for (const name of rest) while (!name.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
