import { expect, it } from 'vitest';
import { demoFile, json, open, readDialog } from './fixture.ts';

/** A copy of the demo in which whoever runs the tests is an admin beside another owner, who has no screen open. */
async function asAdmin(): Promise<{ file: string; sql(text: string): void; me: string }> {
  const { default: Database } = await import('better-sqlite3');
  const file = await demoFile();
  const connection = new Database(file);
  const sql = (text: string) => void connection.exec(text);
  const { me } = connection
    .prepare('select operator_name as me from operators where login is not null')
    .get() as {
    me: string;
  };
  sql(`update operators set is_owner = login is null and operator_name = 'Maria Lopez'`);
  return { file, sql, me };
}

const role = (name: string) =>
  `update operators set role_id = (select role_id from roles where role_name = '${name}') where login is not null`;

it('a screen left open becomes read-only when the role does, and may change again when it may', async () => {
  const { file, sql } = await asAdmin();
  const p = await open(file);
  expect(p.row('Acme Support')).not.toContain('read only');
  await p.press('x');
  await readDialog(p);
  sql(role('Supervisor'));
  await p.waitFor('Your role is Supervisor now: you may look but not change.');
  expect(p.row('Acme Support')).toContain('read only');
  await p.press('y');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  await p.press('n');
  await p.press('u');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  expect(await json(file, 'list')).toHaveLength(500);
  sql(role('Admin'));
  await p.waitFor('Your role is Admin now: you may change users.');
  await p.press('x');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('Removed');
});

it('an unsaved form stays, and is saved once that may be done again', async () => {
  const { file, sql } = await asAdmin();
  const p = await open(file);
  await p.press('e');
  await p.waitFor('field 1 of 19');
  await p.press('j', 'j', 'j', 'Enter');
  await p.waitFor('╭─');
  p.type('inac');
  await p.press('Enter');
  await p.waitFor(/Active → Inactive/);
  sql(role('Supervisor'));
  await p.waitFor('you may look but not change');
  await p.press('s');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  expect(p.screen()).toMatch(/Active → Inactive/);
  sql(role('Admin'));
  await p.waitFor('you may change users');
  await p.press('s');
  await p.waitFor(/Abigail Campbell .* Inactive/);
});

it('history is left when it may be read no longer', async () => {
  const { file, sql } = await asAdmin();
  const p = await open(file);
  await p.press('h');
  await p.waitFor('newest first');
  await p.press('Enter');
  await p.waitGone('newest first');
  sql(role('Supervisor'));
  await p.waitFor('you may look but not change');
  await p.waitFor('users');
  await p.press('h');
  await p.waitFor('may not read the history');
});

it.each([
  [
    'is no operator any more',
    "update operators set login = 'other' where login is not null",
    'is no operator',
  ],
  [
    'may not even look',
    role('Agent'),
    'may not look at the roster: the role Agent lacks UserManagement:Read.',
  ],
])('the screen ends with a sentence for who %s', async (_, change, sentence) => {
  const { file, sql } = await asAdmin();
  const p = await open(file);
  await p.press('a');
  await p.waitFor('Add');
  sql(change);
  expect(await p.exit()).toMatchObject({ code: 3 });
  expect(p.alternate).toBe(false);
  expect(p.cursorShown).toBe(true);
  expect(p.screen().replaceAll('\n', '')).toContain(sentence);
});
