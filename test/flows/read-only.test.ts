import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { demoFile, json, open } from './fixture.ts';

/** Makes whoever runs the tests a supervisor, who may look and not change. No command does that yet. */
function demote(file: string): void {
  const db = new Database(file);
  db.exec(`update operators set is_owner = 0, role_id = (select role_id from roles where role_name = 'Supervisor')
           where login is not null`);
  db.close();
}

it('lets those who may not change look at everything, and says why when they try', async () => {
  const file = await demoFile();
  demote(file);
  const p = await open(file);
  expect(p.row('Acme Support')).toContain('· Supervisor');
  expect(p.row('? all keys')).not.toMatch(/x remove|u undo/);
  p.type('/silva\r* ');
  await p.waitFor('selected');
  await p.press('x');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  await p.press('u');
  await p.press('?');
  p.type('remove');
  await p.waitFor(/lacks UserManagement:Edit/);
  await p.press('Enter');
  await p.waitFor(screen => !screen.includes('╭─'));
  expect(await json(file, 'list')).toHaveLength(500);
});
