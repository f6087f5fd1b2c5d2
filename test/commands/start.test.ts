import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDemoHome } from './demo-home.ts';
import { program } from './run.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
beforeAll(async () => {
  home = await makeDemoHome();
});

/** Words that stand in a package and in nothing else. */
const signs: Record<string, string> = {
  react: 'react.transitional.element',
  ink: 'ink-root',
  conf: 'clearInvalidConfig',
  nodemailer: 'SMTPConnection',
  'csv-parse': 'CSV_INVALID_CLOSING_QUOTE',
  'csv-stringify': 'record_delimiter',
  commander: 'commander.unknownOption',
  kysely: 'SelectQueryNode',
};

interface Loaded {
  packages: string[];
  /** Scripts whose stored code V8 did not take. */
  compiled: string[];
}

async function loadedBy(args: string): Promise<Loaded> {
  const loader = join(import.meta.dirname, 'loaded-modules.js');
  const env = { LOOK_FOR: JSON.stringify(Object.values(signs)) };
  const { stderr } = await home.spawn(args, { command: [process.execPath, loader], env });
  const { found, compiled } = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as {
    found: string[];
    compiled: string[];
  };
  return { packages: Object.keys(signs).filter(name => found.includes(signs[name]!)), compiled };
}

describe('a start loads what it needs and no more', () => {
  test.each([
    ['list --limit 20 --format json', ['commander', 'kysely']],
    ['list --limit 20', ['commander', 'kysely']],
    ['list --format csv', ['csv-stringify', 'commander', 'kysely']],
    ['history --limit 3', ['commander', 'kysely']],
    ['complete edit --add-queue b', ['kysely']],
    ['complete ed', ['kysely']],
    ['--version', ['commander']],
    ['--help', ['commander']],
  ])('roster %s', async (args, packages) => {
    expect((await loadedBy(args)).packages).toEqual(packages);
  });

  test('every sign is in the bundle', () => {
    const folder = join(dirname(program), 'scripts');
    const scripts = readdirSync(folder).filter(name => name.endsWith('.cjs'));
    const all = scripts.map(name => readFileSync(join(folder, name), 'utf8')).join('');
    expect(Object.entries(signs).filter(([, sign]) => !all.includes(sign))).toEqual([]);
  });
});

const own = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../node_modules/node/package.json'), 'utf8'),
);

// The build stores it for the Node that the clone brings along.
describe.runIf(process.versions.node === own.version)('stored code', () => {
  test('is there for this Node, and V8 takes it', async () => {
    expect((await loadedBy('list --limit 20 --format json')).compiled).toEqual([]);
  });

  /** The program as it is installed, in a folder of its own; all its stored code goes through `change`. */
  function installed(name: string, change: (path: string) => void): string {
    const folder = join(home.home, name);
    mkdirSync(folder);
    cpSync(dirname(program), join(folder, 'dist'), { recursive: true });
    cpSync(join(dirname(program), '..', 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(dirname(program), '..', 'node_modules'), join(folder, 'node_modules'));
    const scripts = join(folder, 'dist', 'scripts');
    const code = readdirSync(scripts).filter(file => file.endsWith('.code'));
    expect(code.length).toBeGreaterThan(10);
    for (const file of code) change(join(scripts, file));
    return join(folder, 'dist', 'roster.js');
  }

  test.each<[string, (path: string) => void]>([
    ['missing', path => rmSync(path)],
    ['empty', path => truncateSync(path)],
    ['cut off', path => truncateSync(path, readFileSync(path).length / 2 - 7)],
    ['something else', path => writeFileSync(path, 'not code at all '.repeat(200))],
    [
      'a folder',
      path => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      'damaged',
      path => {
        const bytes = readFileSync(path);
        for (let at = 64; at < bytes.length; at += 500 + (at % 499)) bytes[at]! ^= 0x55;
        writeFileSync(path, bytes);
      },
    ],
    [
      'of another version of V8',
      path => {
        const bytes = readFileSync(path);
        // Both halves begin with what V8 knows its own by.
        for (const at of [4, bytes.length / 2 + 4]) bytes[at]! ^= 0xff;
        writeFileSync(path, bytes);
      },
    ],
  ])('%s does no harm', async (name, change) => {
    const file = installed(name.replaceAll(' ', '-'), change);
    const before = readdirSync(join(dirname(file), 'scripts')).sort();
    const wanted = await home.roster('list --limit 5 --format json');
    expect(wanted.code).toBe(0);
    const got = await home.spawn('list --limit 5 --format json', { command: [process.execPath, file] });
    expect(got).toEqual(wanted);
    // A start writes nothing.
    expect(readdirSync(join(dirname(file), 'scripts')).sort()).toEqual(before);
  });
});
