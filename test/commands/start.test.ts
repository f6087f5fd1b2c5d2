import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDemoHome } from './demo-home.ts';
import { program } from './run.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
beforeAll(async () => {
  home = await makeDemoHome();
});

const dist = dirname(program);

/** Words that stand in a package and in nothing else. */
const signs: Record<string, string> = {
  react: 'react.transitional.element',
  ink: 'ink-root',
  'ink-text-input': 'highlightPastedText',
  conf: 'clearInvalidConfig',
  nodemailer: 'SMTPConnection',
  'csv-parse': 'CSV_INVALID_CLOSING_QUOTE',
  'csv-stringify': 'record_delimiter',
  commander: 'commander.unknownOption',
  kysely: 'SelectQueryNode',
};

function packagesIn(texts: readonly string[]): string[] {
  return Object.keys(signs).filter(name => texts.some(text => text.includes(signs[name]!)));
}

/** The packages in what a run of the program loads; Node's report of what was covered names all that was. */
async function loadedBy(args: string): Promise<string[]> {
  const folder = join(home.home, `coverage of ${args}`);
  await home.spawn(args, { env: { NODE_V8_COVERAGE: folder } });
  const reports = readdirSync(folder).map(
    name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: { url: string }[] },
  );
  const urls = reports.flatMap(({ result }) => result.map(({ url }) => url));
  const files = urls.filter(url => url.startsWith('file:')).map(url => fileURLToPath(url));
  const own = files.filter(file => file.startsWith(`${dist}/`));
  expect(own).toContain(program);
  return packagesIn(own.map(file => readFileSync(file, 'utf8')));
}

describe('a start loads what it needs and no more', () => {
  test.each([
    ['list --limit 20 --format json', ['commander', 'kysely']],
    ['list --limit 20', ['commander', 'kysely']],
    ['list --format csv', ['csv-stringify', 'commander', 'kysely']],
    ['history --limit 3', ['commander', 'kysely']],
    ['init --account Acme', ['commander', 'kysely']],
    ['complete edit --add-queue b', ['kysely']],
    ['complete ed', ['kysely']],
    ['--version', ['commander']],
    ['--help', ['commander']],
  ])('roster %s', async (args, packages) => {
    expect(await loadedBy(args)).toEqual(packages);
  });

  test('every sign is in the bundle', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.js'),
    );
    expect(packagesIn(files.map(name => readFileSync(join(dist, name), 'utf8')))).toEqual(Object.keys(signs));
  });
});

describe('what Node compiled is kept for the next start', () => {
  const kept = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0;

  test.each<[string, NodeJS.ProcessEnv, string]>([
    ['in the home of whoever runs it', { XDG_CACHE_HOME: undefined }, '.cache/roster'],
    ['where the system keeps such things', { XDG_CACHE_HOME: '/HOME/caches' }, 'caches/roster'],
    ['in the home where that is no whole path', { XDG_CACHE_HOME: 'caches' }, '.cache/roster'],
  ])('%s', async (name, env, folder) => {
    const own = join(home.home, name);
    mkdirSync(own);
    const places = { HOME: own, ...env, XDG_CACHE_HOME: env.XDG_CACHE_HOME?.replace('/HOME', own) };
    expect((await home.spawn('--version', { env: places })).code).toBe(0);
    expect(kept(join(own, folder))).toBe(true);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['no home', { HOME: '', XDG_CACHE_HOME: '' }],
    ['a file where the folder would be', { HOME: program, XDG_CACHE_HOME: '' }],
  ])('and with %s it starts all the same', async (_name, env) => {
    expect(await home.spawn('--version', { env })).toMatchObject({ code: 0, stderr: '' });
  });
});
