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
  account: ['db', 'roster'],
  demo: ['db', 'roster'],
  keys: ['terminal', 'roster'],
  theme: ['terminal', 'roster'],
  components: ['theme', 'terminal', 'roster'],
  // Of the terminal, screens know only how wide a text is and how it is escaped.
  app: ['keys', 'components', 'theme', 'roster', 'terminal/escape', 'terminal/width'],
  // What stands above the screens, such as the reducer, they can't import: that would be a circle.
  screens: ['app', 'keys', 'components', 'theme', 'roster', 'terminal/escape', 'terminal/width'],
  session: ['db', 'operator', 'notify', 'csv', 'roster'],
  commands: [
    ...['roster', 'db', 'csv', 'terminal', 'operator', 'notify', 'account', 'demo'],
    ...['keys', 'components', 'theme', 'app', 'session'],
  ],
  cli: ['commands'],
  reader: ['compile-cache', 'session'],
  entry: ['node-version', 'compile-cache', 'cli'],
  'node-version': [],
  'compile-cache': [],
};

const rowTypes = ['tables', 'authorship'];
const sqlite = ['sqlite', 'sqlite/search', ...rowTypes];

/** The rooms within `db`; a file right there is one by its own name. */
const arrowsInDb: Record<string, readonly string[]> = {
  tables: [],
  authorship: [],
  sqlite: rowTypes,
  'sqlite/search': ['sqlite', ...rowTypes],
  'sqlite/schema': sqlite,
  'group-folder': ['open'],
  open: ['sqlite', 'sqlite/schema'],
  create: ['sqlite', 'sqlite/schema', 'open', 'group-folder'],
  // What is asked of users and all else: of SQLite they know what any engine has, and the search.
  catalog: [...sqlite, 'sqlite/schema', 'open'],
  people: sqlite,
  users: [...sqlite, 'catalog'],
  history: sqlite,
  outbox: sqlite,
  'process-lock': ['sqlite', 'open'],
  changes: [...sqlite, 'catalog', 'people', 'users', 'history', 'outbox'],
  account: [...sqlite, 'catalog', 'users', 'history', 'changes'],
  'sqlite/check': [...sqlite, 'history', 'users'],
  'sqlite/backup': [...sqlite, 'sqlite/schema', 'sqlite/check', 'open', 'group-folder'],
};

/** Where somebody may go further than their room: the file, and what it imports, each from below `source`. */
const doors: readonly [RegExp, RegExp][] = [
  // The list of screens is the one place that knows them.
  [/^app\/layers$/, /^screens\/.+\/layer$/],
];

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

/** Where a file is below `source`, without the ending. */
function inSource(path: string): string {
  return path.replace(/^source\//, '').replace(/\.[cm]?[jt]sx?$/, '');
}

/** The room within `db`: `db/sqlite/search/list.ts` → `sqlite/search`, `db/open.ts` → `open`. */
export function roomInDb(path: string): string {
  const [, ...parts] = path.replace(/\.[cm]?[jt]sx?$/, '').split('/');
  return parts.length === 1 ? parts[0]! : parts.slice(0, -1).join('/');
}

/** The folder of a screen: `screens/form/text/layer` → `form`. */
function folderOf(path: string): string | undefined {
  return path.split('/')[1];
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
    const [here, file] = [inSource(path), inSource(resolved)];
    if (doors.some(([from, to]) => from.test(here) && to.test(file))) return [];
    if (other === room && room === 'db') {
      const [from, to] = [roomInDb(path), roomInDb(resolved)];
      return from === to || arrowsInDb[from]?.includes(to)
        ? []
        : [`${path}: ${from} imports ${to} (${target})`];
    }
    if (other === room)
      return room === 'screens' && folderOf(here) !== folderOf(file)
        ? [`${path}: imports the inside of another screen (${target})`]
        : [];
    if (!allowed) return [`${path}: the room ${room} has no arrows`];
    return allowed.includes(other) || allowed.includes(file)
      ? []
      : [`${path}: ${room} imports ${other} (${target})`];
  });
}

/** What a file needs before it runs: all it imports but types, and what it imports later. */
function neededBy({ path, text }: SourceFile): string[] {
  const rest = text
    .replace(/^(?:import|export) type\s[^;]*;/gm, '')
    .replace(/\b(?:import|require)\(\s*['"][^'"]+['"]\s*\)/g, '');
  return importsOf(rest)
    .filter(target => target.startsWith('.'))
    .map(target => new URL(target, `file:///${path}`).pathname.slice(1));
}

/** Files that need each other before they run, each circle once, as `a → b → a`. */
export function circles(files: readonly SourceFile[]): string[] {
  const needs = new Map(files.map(file => [file.path, neededBy(file)]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of needs.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of needs.keys()) visit(path, []);
  return found;
}
