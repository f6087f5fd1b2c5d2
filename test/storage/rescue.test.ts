import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { derivedTables, rescuedTables } from '../../db/sqlite/backup/rescue.ts';
import { makeVersionOne } from '../db/version-one.ts';
import { makeWhole, noise, pageOf, pageSize, spoil, users, zeroes } from './damaged.ts';

const { home, roster, ok, whole, copy, newName, kinds } = makeWhole();

async function rescued(path: string): Promise<string> {
  const saved = newName();
  expect(await ok(`rescue ${saved} --db ${path}`)).toBe(`${saved}\n`);
  return saved;
}

it.each(kinds.filter(([, , where]) => where === 'index'))('loses no row where %s', async (_, damage) => {
  const path = copy();
  damage(path);
  const saved = await rescued(path);
  await ok(`restore ${saved} --yes --db ${path}`);
  expect(await ok(`check --db ${path}`)).toBe('All is well: 300 users, 1 change set.\n');
  const lines = async (args: string) => (await ok(args)).split('\n').sort();
  for (const args of ['export', 'history --format json', 'people list'])
    expect(await lines(`${args} --db ${path}`)).toEqual(await lines(`${args} --db ${whole}`));
});

it('loses only what stood on a torn page of users, and check names them', async () => {
  const path = copy();
  spoil(path, pageOf(whole, 'users'), noise);
  const saved = await rescued(path);
  const all = (await ok(`list --format ndjson --db ${whole}`)).trimEnd().split('\n');
  const left = (await ok(`list --format ndjson --db ${saved}`)).trimEnd().split('\n');
  expect(left.length).toBeGreaterThan(users - 60);
  expect(left.length).toBeLessThan(users);
  const kept = new Set(left);
  const lost = all.filter(user => !kept.has(user)).map(user => JSON.parse(user).user_email as string);
  expect(lost.length).toBe(users - left.length);
  const { stderr } = await roster(`check --db ${saved}`);
  for (const email of lost)
    expect(stderr).toContain(`history: ${email} has no license, though change set 1 left them one.\n`);
  expect(stderr.match(/^history/gm)).toHaveLength(lost.length);
  await ok(`add ${lost.join(' ')} --role Agent --db ${saved}`);
  expect(await ok(`check --db ${saved}`)).toBe('All is well: 300 users, 2 change sets.\n');
});

it('saves people, and leaves out what belonged to lost ones', async () => {
  const path = copy();
  for (const table of ['people', 'changes', 'outbox']) spoil(path, pageOf(whole, table), zeroes);
  const { stderr } = await roster(`rescue ${join(home, 'some.db')} --db ${path}`);
  expect(stderr).toMatch(/^people: 2\d\d rows$/m);
  expect(stderr).toMatch(/^users: 300 rows, \d+ of them left out: they belong to what is lost$/m);
  const found = await roster(`check --db ${join(home, 'some.db')}`);
  expect(found.stderr).not.toMatch(/integrity|references/);
});

it('saves what it can of half a file', async () => {
  const path = copy();
  truncateSync(path, Math.floor(readFileSync(path).length / pageSize / 1.1) * pageSize);
  const { code, stderr } = await roster(`rescue ${join(home, 'half.db')} --db ${path}`);
  if (code === 0) expect(stderr).toMatch(/^users: \d+ rows/m);
  else expect(stderr).toContain('only a backup helps');
  expect((await roster(`rescue ${whole} --db ${path}`)).stderr).toContain(
    'exists already and was left as it is',
  );
});

it('saves what an older version left behind, and brings it up to date', async () => {
  const path = copy();
  await makeVersionOne(path);
  spoil(path, pageOf(path, 'changes_of_person'), noise);
  const { stderr } = await roster(`check --db ${path}`);
  expect(stderr).toContain('roster rescue');
  const saved = await rescued(path);
  await ok(`restore ${saved} --yes --db ${path}`);
  expect(await ok(`check --db ${path}`)).toBe('All is well: 300 users, 1 change set.\n');
  expect(await ok(`export --db ${path}`)).toBe(await ok(`export --db ${whole}`));
});

it('says where only a backup helps', async () => {
  for (const [name, damage, where] of kinds) {
    if (where !== 'header' && where !== 'schema') continue;
    const path = copy();
    damage(path);
    expect({ name, ...(await roster(`rescue ${join(home, 'none.db')} --db ${path}`)) }).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/only a backup helps: roster restore FILE --db \S+\n$/),
    });
    expect(existsSync(join(home, 'none.db'))).toBe(false);
  }
});

it('knows every table', () => {
  const db = new Database(whole, { readonly: true });
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not glob 'user_trigrams_*'",
    )
    .pluck()
    .all();
  db.close();
  // The index of trigrams keeps tables of its own.
  const own = tables.filter(name => !String(name).startsWith('user_trigram'));
  expect([...rescuedTables, ...derivedTables].filter(name => name !== 'user_trigrams').sort()).toEqual(
    own.sort(),
  );
});
