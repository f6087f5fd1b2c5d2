import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { homeFolder, typedPath } from '../../source/session/files/paths.ts';
import { makeHome, pretendIo, run } from './run.ts';

async function makeRoster() {
  const home = makeHome();
  const db = join(home.home, 't.db');
  await home.ok(`init --account Real --db ${db}`);
  await home.ok(`backup ${home.home}/b.db --db ${db}`);
  for (const name of ['t.db', 'b.db'])
    for (const ending of ['-shm', '-wal']) rmSync(join(home.home, `${name}${ending}`), { force: true });
  return { ...home, db, files: () => readdirSync(home.home).sort() };
}

const wrongNames: [name: string, said: string][] = [
  ['b.db ', 'ends with a space'],
  [' b.db', 'begins with a space'],
  ['b.db\r', 'ends with a carriage return (the line end of Windows)'],
  ['b.db\t', 'ends with a tab'],
  ['b.db\n', 'ends with a line feed'],
  ['b.db\u00a0', 'ends with a no-break space'],
  ['b.db\u3000', 'ends with white space (U+3000)'],
  ['\ufeffb.db', 'begins with a byte order mark'],
  ['./ b.db', 'begins with a space'],
  ['.//b.db ', 'ends with a space'],
  [' ', 'begins with a space'],
];

test.each(wrongNames)(
  '%j is refused, naming the character, by every command that takes a database',
  async (name, said) => {
    const { call, db, files, home } = await makeRoster();
    const before = files();
    const calls: [string[], NodeJS.ProcessEnv?][] = [
      [['list', '--db', name]],
      [['list'], { ROSTER_DB: name }],
      [['init', '--account', 'Other', '--db', name]],
      [['init', '--account', 'Other'], { ROSTER_DB: name }],
      [['backup', name, '--db', db]],
      [['restore', name, '--db', db, '--dry-run']],
      [['restore', join(home, 'b.db'), '--db', name, '--yes']],
      [['rescue', name, '--db', db]],
      [['rescue', 'new.db', '--db', name]],
      [['check', '--db', name]],
      [['demo', '--users', '1', '--keep', name]],
    ];
    for (const [args, env = {}] of calls) {
      const { code, stdout, stderr } = await call(args, { env });
      expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' });
      expect(stderr).toContain(`${said}. Take it out`);
    }
    expect(() => typedPath(name)).toThrow(said);
    expect(files()).toEqual(before);
  },
);

test('white space elsewhere in a path is nobody’s business', async () => {
  const { ok, home } = makeHome();
  const path = join(home, 'my  roster.db');
  await ok(`init --account "Mine" --db "${path}"`);
  expect(existsSync(path)).toBe(true);
});

test.each(['', 'relative/home'])('HOME=%j makes nothing in the working folder', async HOME => {
  const { home } = makeHome();
  const io = pretendIo({ env: { HOME }, cwd: home });
  expect(homeFolder(io.env)).toMatch(/^\//);
  // A session of its own decides nothing here: the roster is looked for, not made.
  const { stderr } = await run(['list'], { env: { HOME }, cwd: home });
  expect(stderr).toContain(`No roster at ${homeFolder(io.env)}/.local/share/roster/roster.db`);
  expect(readdirSync(home)).toEqual([]);
});

test('a link that leads nowhere is said to be one, and stays', async () => {
  const { call, db, home, files } = await makeRoster();
  const link = join(home, 'link.db');
  symlinkSync('gone/far.db', link);
  const before = files();
  for (const args of [
    ['list', '--db', link],
    ['init', '--account', 'Other', '--db', link],
    ['backup', link, '--db', db],
    ['restore', link, '--db', db, '--dry-run'],
    ['restore', join(home, 'b.db'), '--db', link, '--yes'],
    ['rescue', link, '--db', db],
    ['demo', '--users', '1', '--keep', link],
  ]) {
    const { code, stderr } = await call(args);
    expect({ args, code, stderr }).toEqual({
      args,
      code: 1,
      stderr: `${link} is a link to gone/far.db, and nothing is there. Is its disk mounted? Else remove the link, or name another file.\n`,
    });
  }
  expect(files()).toEqual(before);
});

test('a dry run of restoring leaves nothing beside backup and roster', async () => {
  const { ok, db, home, files } = await makeRoster();
  const before = files();
  const bytes = readFileSync(join(home, 'b.db'));
  await ok(`restore ${home}/b.db --db ${db} --dry-run`);
  expect(files()).toEqual(before);
  expect(readFileSync(join(home, 'b.db')).equals(bytes)).toBe(true);
});
