import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeHome } from './run.ts';

test('a database of a newer version is refused by name and left alone', async () => {
  const { roster, ok, database } = makeHome();
  await ok('init --account Acme');
  const connection = new Database(database);
  connection.pragma('user_version = 99');
  connection.close();
  const before = readFileSync(database);
  for (const args of ['list', 'queue add Billing']) {
    const { code, stdout, stderr } = await roster(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`${database} was written by a newer roster (its version is 99`);
    expect(stderr).toContain('Update roster');
  }
  expect(readFileSync(database).equals(before)).toBe(true);
});

test('what is no roster is refused by name', async () => {
  const { roster, file, home } = makeHome();
  const other = file('other.db', '');
  const connection = new Database(other);
  connection.exec('create table things (thing text)');
  connection.close();
  const text = file(
    'notes.txt',
    'Just some notes, longer than the header of a database would be.\n'.repeat(20),
  );
  expect(await roster(`list --db ${other}`)).toMatchObject({
    code: 1,
    stderr: `${other} is a database, but not a roster. Name another with --db FILE.\n`,
  });
  expect(await roster(`list --db ${text}`)).toMatchObject({
    code: 1,
    stderr: `${text} is not a database, or its beginning is damaged. Name another with --db FILE, or go back to a backup: roster restore FILE --db ${text}\n`,
  });
  const folder = await roster(`list --db ${home}`);
  expect(folder).toMatchObject({ code: 1, stderr: expect.stringContaining(`Can't open ${home}`) });
  expect(folder.stderr).not.toContain('    at ');
});
