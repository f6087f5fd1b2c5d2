import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { command, json, openDemo, type Printed } from './fixture.ts';

const ana = 'ana.silva@acme.example';

it('shows an import again where somebody was quicker, and writes nothing before that was seen', async () => {
  const p = await openDemo();
  const path = join(dirname(p.file), 'in.csv');
  writeFileSync(path, `user_email,role_name\n${ana},Supervisor\n`);
  await p.press('I');
  await p.waitFor('╭─ Import a CSV file');
  p.type(`${path}\r`);
  await p.waitFor('~ 1 to change');
  await command(p.file, 'edit', ana, '--role', 'Quality Analyst');
  await p.press('s');
  await p.waitFor('1 user changed meanwhile. This is how things are now.');
  expect(p.screen()).toMatch(/Role +Quality Analyst → Supervisor/);
  expect(await json<Printed>(p.file, 'show', ana)).toMatchObject({ role_name: 'Quality Analyst' });
  await p.press('s');
  await p.waitFor('✓ Import');
  expect(await json<Printed>(p.file, 'show', ana)).toMatchObject({ role_name: 'Supervisor' });
});

it('shows in a form what somebody else has just changed before it saves', async () => {
  const p = await openDemo();
  p.type('/ana.silva\r');
  await p.waitFor('row 1 of');
  await p.press('e', 'Enter');
  p.type('superv\r');
  await p.waitFor('Change 1 user');
  const lock = new Database(p.file);
  lock.exec('begin immediate');
  await p.press('s');
  await p.waitFor('Waiting for another program');
  lock.exec(
    "update users set version = version + 1, country_iso_code = 'SE', modified_by = 'jonas'" +
      ` where person_id = (select person_id from people where user_email = '${ana}')`,
  );
  lock.exec('commit');
  lock.close();
  await p.waitFor('jonas changed Ana Silva meanwhile: country. Nothing is saved yet: s saves it so.');
  expect(await json<Printed>(p.file, 'show', ana)).toMatchObject({ role_name: 'Agent' });
  await p.press('s');
  await p.waitFor('✓ Made Ana Silva ');
  const both = { role_name: 'Supervisor', country_iso_code: 'SE' };
  expect(await json<Printed>(p.file, 'show', ana)).toMatchObject(both);
});

it('keeps a form open whose user somebody else removes, and says who did', async () => {
  const p = await openDemo();
  p.type('/ana.silva\r');
  await p.waitFor('row 1 of 1');
  await p.press('e', 'Enter');
  p.type('superv\r');
  await p.waitFor('Change 1 user');
  await command(p.file, 'remove', ana, '--yes');
  await p.waitFor(/Ana Silva was removed by .*\. Nothing can be saved any more; Esc leaves\./);
  expect(p.row(' Edit ')).toContain('Edit Ana Silva');
  expect(p.screen()).toMatch(/Role +Agent → Supervisor/);
  await p.press('Esc');
  await p.waitFor('╭─');
  await p.press('n');
  await p.waitGone('╭─');
  await command(p.file, 'undo');
  await p.waitFor('Ana Silva is a user again.');
  await p.press('s');
  await p.waitFor('✓ Made Ana Silva ');
  expect(await json<Printed>(p.file, 'show', ana)).toMatchObject({ role_name: 'Supervisor' });
});

it('does what a menu offers to whom it was opened on, also where somebody else removed that one', async () => {
  const p = await openDemo();
  const inactive = async () => (await json(p.file, 'list', '--status', 'inactive')).length;
  const before = await inactive();
  const [first] = await json(p.file, 'list', '--limit', '1');
  await p.press('.');
  await p.waitFor('╭─');
  await command(p.file, 'remove', String(first?.user_email), '--yes');
  await p.waitFor('499 users');
  await p.press('Down');
  await p.waitFor('▸ Make inactive');
  await p.press('Enter');
  await p.waitFor(`${first?.user_email} is in the account but no contact center user`);
  expect(await inactive()).toBe(before);
});

it('leaves out of an addition whom somebody else has just added', async () => {
  const p = await openDemo();
  await p.press('a');
  await p.waitFor('Add users');
  await p.press('Tab', 'Tab', 'Enter', 'Enter');
  await p.waitFor('╭─ Role');
  p.type('agent\r');
  await p.waitFor('Add 2 users as Agent');
  const picked = /Add users +(\S+ \S+)/.exec(p.screen())?.[1] ?? '';
  const [person] = await json(p.file, 'people', 'list', '--search', picked);
  await command(p.file, 'add', String(person?.user_email), '--role', 'Supervisor');
  await p.waitFor(`${person?.user_email} is a user already.`);
  await p.press('s');
  await p.waitFor('✓ Added');
  expect(await json<Printed>(p.file, 'show', String(person?.user_email))).toMatchObject({
    role_name: 'Supervisor',
  });
  await p.waitFor('502 users');
});

it('undoes nothing that somebody has undone already, and names by which set', async () => {
  const p = await openDemo();
  await command(p.file, 'edit', ana, '--role', 'Supervisor');
  await p.press('h');
  await p.waitFor('Make Ana Silva Supervisor');
  await command(p.file, 'undo');
  await p.press('u');
  await p.waitFor(/undone already, by change set \d+/);
  expect(await json<Printed>(p.file, 'show', ana)).toMatchObject({ role_name: 'Agent' });
});
