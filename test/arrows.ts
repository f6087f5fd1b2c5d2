import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The rooms of the house. `db` stands beside `source`, the others in it. */
export const arrows: Record<string, readonly string[]> = {
  roster: [],
  db: ['roster'],
  csv: ['roster'],
  terminal: ['roster'],
  operator: ['db', 'roster'],
  notify: ['db', 'roster'],
  demo: ['db', 'roster'],
  keys: ['terminal', 'roster'],
  components: ['terminal', 'roster'],
  // Of the terminal, screens know only how wide a text is, how it is escaped and what it looks like.
  screens: ['keys', 'components', 'roster', 'terminal/escape', 'terminal/width', 'terminal/style'],
  session: ['db', 'operator', 'notify', 'csv', 'roster'],
  commands: [
    ...['roster', 'db', 'csv', 'terminal', 'operator', 'notify', 'demo'],
    ...['keys', 'components', 'screens', 'session'],
  ],
  cli: ['commands'],
  entry: ['node-version', 'scripts'],
  'node-version': [],
  scripts: [],
};

/** Packages that belong to one room. */
const owners: Record<string, string> = { kysely: 'db', 'better-sqlite3': 'db' };

export interface SourceFile {
  /** From the top of the repository, with `/`. */
  path: string;
  text: string;
}

/** The program’s own files in these folders, without the generated and the foreign. */
export function sourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({
        path: relative(root, path).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      })),
  );
}

/** What a file imports or exports from, types and lazy imports too, as written. */
export function importsOf(text: string): string[] {
  const pattern =
    /(?:^|[;}\n])\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[;}\n])\s*import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map(match => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The room that a file is in: `db`, a folder of `source`, or for a file right there its name without the ending. */
export function roomOf(path: string): string | null {
  const [top, room] = path.split('/');
  if (top === 'db') return 'db';
  if (top !== 'source' || room === undefined) return null;
  return room.replace(/\.[cm]?[jt]sx?$/, '');
}

/** The imports of a file that go where they should not, as sentences. */
export function wrongImports({ path, text }: SourceFile): string[] {
  const room = roomOf(path);
  if (room === null) return [];
  const allowed = arrows[room];
  return importsOf(text).flatMap(target => {
    if (!target.startsWith('.')) {
      const owner = owners[target];
      return owner && owner !== room ? [`${path}: ${target} belongs to ${owner} alone`] : [];
    }
    const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
    // The version is said there.
    if (resolved === 'package.json' && room === 'cli') return [];
    const other = roomOf(resolved);
    if (other === null) return [`${path}: imports ${resolved}, which is no part of the program`];
    if (other === room) return [];
    if (!allowed) return [`${path}: the room ${room} has no arrows`];
    const file = resolved.replace(/^source\//, '').replace(/\.[cm]?[jt]sx?$/, '');
    return allowed.includes(other) || allowed.includes(file)
      ? []
      : [`${path}: ${room} imports ${other} (${target})`];
  });
}
