import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { demoFile, json, open, readDialog, sharedScreen } from './fixture.ts';

const screen = sharedScreen({}, adminFile);

/** A copy of the demo in which whoever runs the tests is an admin beside another owner, who has no screen open. */
async function adminFile(): Promise<string> {
  const file = await demoFile();
  change(file, "update operators set is_owner = login is null and operator_name = 'Maria Lopez'");
  return file;
}

function change(file: string, sql: string): void {
  const connection = new Database(file);
  connection.exec(sql);
  connection.close();
}

const role = (name: string) =>
  `update operators set role_id = (select role_id from roles where role_name = '${name}') where login is not null`;

it('a screen left open becomes read-only when the role does, and may change again when it may', async () => {
  const p = await screen();
  const becomes = (name: string) => change(p.file, role(name));
  expect(p.row('Acme Support')).not.toContain('read only');
  await p.press('x');
  await readDialog(p);
  becomes('Supervisor');
  await p.waitFor('Your role is Supervisor now: you may look but not change.');
  expect(p.row('Acme Support')).toContain('read only');
  await p.press('y');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  await p.press('n');
  await p.waitFor('Kept. Nothing was removed.');
  await p.press('u');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  expect(await json(p.file, 'list')).toHaveLength(500);
  becomes('Admin');
  await p.waitFor('Your role is Admin now: you may change users.');
  await p.press('x');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('Removed');
  await p.press('u');
  await p.waitFor('500 users');
});

it('an unsaved form stays, and is saved once that may be done again', async () => {
  const p = await screen();
  const becomes = (name: string) => change(p.file, role(name));
  await p.press('e');
  await p.waitFor('field 3 of 20');
  await p.press('j', 'Enter');
  await p.waitFor('╭─');
  p.type('inac');
  await p.press('Enter');
  await p.waitFor(/Active → Inactive/);
  becomes('Supervisor');
  await p.waitFor('you may look but not change');
  await p.press('s');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  expect(p.screen()).toMatch(/Active → Inactive/);
  becomes('Admin');
  await p.waitFor('you may change users');
  await p.press('s');
  await p.waitFor(/Abigail Campbell .* Inactive/);
});

it('history is left when it may be read no longer', async () => {
  const p = await screen();
  const becomes = (name: string) => change(p.file, role(name));
  await p.press('h');
  await p.waitFor('newest first');
  await p.press('Enter');
  await p.waitGone('newest first');
  becomes('Supervisor');
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
])('the screen ends with a sentence for who %s', async (_, sql, sentence) => {
  const p = await open(await adminFile());
  await p.press('a');
  await p.waitFor('Add');
  change(p.file, sql);
  expect(await p.exit()).toMatchObject({ code: 3 });
  expect(p.alternate).toBe(false);
  expect(p.cursorShown).toBe(true);
  expect(p.screen().replaceAll('\n', '')).toContain(sentence);
});
