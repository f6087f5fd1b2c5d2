import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { preparedDemo } from '../demo/prepared.ts';
import { startProgram } from '../terminal/driver.ts';
import { makeHome, peopleCsv } from './run.ts';

const { roster, spawn, ok, home, env } = makeHome();
const copy = join(home, 'copy.db');

beforeAll(async () => {
  await ok('init --account Acme --licenses 9');
  await ok('people import -', { input: peopleCsv(5) });
  await ok('queue add Billing');
  await ok('add p0@acme.example p1@acme.example p2@acme.example --role Agent');
  await ok('edit p0@acme.example --add-queue Billing');
  await ok('remove p1@acme.example --yes');
  await ok('undo');
});

test('a backup is a roster of its own, and never takes the place of a file', async () => {
  expect(await ok(`backup ${copy}`)).toBe(`${copy}\n`);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(await ok(`list --db ${copy} --format json`)).toBe(await ok('list --format json'));
  await ok(`remove p0@acme.example --yes --db ${copy}`);
  expect(await roster(`backup ${copy}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('exists already'),
  });
  expect(await roster('backup /nowhere/at/all.db')).toMatchObject({ code: 1, stdout: '' });
});

test('a roster that was worked on is well', async () => {
  expect(await ok('check')).toMatch(/^All is well: 3 users, \d+ change sets\.\n$/);
  expect(JSON.parse(await ok('check --format json'))).toMatchObject({ users: 3, findings: [] });
});

test('users that are not as the history says are named', async () => {
  const spoiled = join(home, 'spoiled.db');
  await ok(`backup ${spoiled}`);
  const connection = new Database(spoiled);
  connection.exec(
    "update users set user_access = 'inactive' where person_id = (select person_id from people where email_key = 'p2@acme.example')",
  );
  connection.close();
  const found = await roster(`check --db ${spoiled}`);
  expect(found).toMatchObject({ code: 1, stdout: '' });
  expect(found.stderr).toContain('history: p2@acme.example is not as change set');
  expect(found.stderr).toContain('user_access');
});

test('references that lead nowhere are found', async () => {
  const torn = join(home, 'torn.db');
  await ok(`backup ${torn}`);
  const connection = new Database(torn);
  connection.pragma('foreign_keys = OFF');
  connection.exec("delete from roles where role_key = 'agent'");
  connection.close();
  expect(await roster(`check --db ${torn}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('references: 3 rows of users refer to something in roles'),
  });
});

test('nothing is checked for who may not look at the roster', async () => {
  const shut = join(home, 'shut.db');
  await ok(`backup ${shut}`);
  const connection = new Database(shut);
  connection.pragma('foreign_keys = OFF');
  connection.exec("delete from roles where role_key = 'agent'; update operators set login = 'somebody else'");
  connection.close();
  const { code, stdout, stderr } = await roster(`check --db ${shut}`);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^\S+ is no operator of this roster\. Ask [^\n]+\n$/);
});

test('others write on while a backup is made, and none of it is half in the copy', async () => {
  const big = join(home, 'big.db');
  copyFileSync(await preparedDemo(20_000), big);
  let made = false;
  const backup = spawn(`backup ${join(home, 'big-copy.db')} --db ${big}`).finally(() => {
    made = true;
  });
  const edits: number[] = [];
  for (let n = 0; !made; n++) {
    const access = n % 2 === 0 ? 'inactive' : 'active';
    const who = '--where "role=Team Coach"';
    const { code } = await roster(`edit ${who} --status ${access} --yes --db ${big} --quiet`);
    edits.push(code ?? -1);
  }
  expect(await backup).toMatchObject({ code: 0, stdout: `${join(home, 'big-copy.db')}\n` });
  expect(new Set(edits)).toEqual(new Set([0]));
  for (const name of ['big', 'big-copy'])
    expect(await ok(`check --db ${join(home, name)}.db`)).toMatch(/^All is well: [\d,]+ users/);
});

test('a table of somebody else, with whatever name, is looked at as well', async () => {
  const path = join(home, 'foreign.db');
  await ok(`backup ${path}`);
  const db = new Database(path);
  db.exec(`create table "it's; '" (a unique); insert into "it's; '" values (1)`);
  db.close();
  expect(await ok(`check --db ${path}`)).toMatch(/^All is well/);
});

test('on a terminal a check and a backup show how far they are', async () => {
  for (const [args, shown] of [
    [['check'], 'Checking the pages …'],
    [['backup', join(home, 'shown.db')], 'Copying: '],
  ] as const) {
    const p = startProgram([...args], { env });
    expect(await p.exit()).toMatchObject({ code: 0 });
    expect(p.raw()).toContain(shown);
    expect(p.screen()).not.toContain(shown);
    await p.close();
  }
});
