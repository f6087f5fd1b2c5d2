import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { command, demoFile, json, open, openDemo, type Printed, readDialog } from './fixture.ts';

it('tells who changed what, when and from where, and every field before and after', async () => {
  const p = await openDemo();
  await command(p.file, 'edit', 'ana.silva@acme.example', '--role', 'Supervisor', '--presence', 'Offline');
  await p.press('h');
  await p.waitFor(/▸ +\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\d .*local +Edit Ana Silva: role, presence/);
  await p.press('Enter');
  await p.waitFor(/~ Ana Silva +ana\.silva@acme\.example +changed/);
  expect(p.screen()).toMatch(/Role +Agent → Supervisor/);
  await p.press('Esc');
  await p.waitFor('History  all changes');
  await p.press('Esc');
  await p.waitFor('row 1 of 500');
});

it('undoes any set, and refuses by name what was changed later', async () => {
  const p = await openDemo();
  const anas = 'ana.silva@acme.example';
  await command(p.file, 'edit', anas, 'bruno.dasilva@acme.example', '--status', 'inactive');
  await command(p.file, 'edit', anas, 'bruno.dasilva@acme.example', '--status', 'active');
  await p.press('h');
  await p.waitFor(/▸ .*Make Ana Silva and Bruno da Silva active/);
  await p.press('Down');
  await p.waitFor(/▸ .*Make Ana Silva and Bruno da Silva inactive/);
  await p.press('u');
  await p.waitFor('╭─ Refused');
  expect(p.screen()).toMatch(
    /✗ Ana Silva's status changed by change set \d+ of [\s\S]*✗ Bruno da Silva's status changed by change set/,
  );
  expect(p.screen()).toContain('2 problems · nothing was changed');
  await p.press('Esc', 'Up', 'u');
  await p.waitFor('changed back');
  await p.waitFor(/Make Ana Silva and Bruno da Silva active +2 +undone by \d+/);
  const statuses = (await json(p.file, 'list', '--search', anas)).map(user => user.user_access);
  expect(statuses).toEqual(['inactive']);
  await p.press('g', 'Down');
  await p.waitFor(/▸ .*Make Ana Silva and Bruno da Silva active/);
  await p.press('u');
  await p.waitFor(/is undone already, by change set \d+/);
});

/** Whoever these are, as they can get in by now. */
async function access(file: string, ...emails: string[]): Promise<unknown[]> {
  const users = await Promise.all(emails.map(email => json<Printed>(file, 'show', email)));
  return users.map(user => user.user_access);
}

it('is searched by whom a set changed, and keys behind the search are about what it found', async () => {
  const p = await openDemo();
  const [anas, brunos] = ['ana.silva@acme.example', 'bruno.dasilva@acme.example'];
  for (const email of [anas, brunos]) await command(p.file, 'edit', email, '--status', 'inactive');
  await p.press('h');
  await p.waitFor(/▸ .*Make Bruno da Silva inactive/);
  p.type(`/${anas}\ru`);
  await p.waitFor(/╭─ Undo \d+: change back Ana Silva/);
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/Make Ana Silva inactive +1 +undone by \d+/);
  expect(await access(p.file, anas, brunos)).toEqual(['active', 'inactive']);
  expect(p.screen()).not.toContain('Bruno');
  await p.press('Esc');
  await p.waitFor('↑ 2 newer');
  expect(p.row('▸')).toContain('Make Ana Silva inactive');
});

it('undoes what the cursor was seen on, whoever commits something meanwhile', async () => {
  const p = await openDemo();
  const [ana, bruno, chidi] = (await json(p.file, 'list', '--status', 'active', '--limit', '3')).map(user =>
    String(user.user_email),
  );
  await command(p.file, 'edit', ana!, '--status', 'inactive');
  await p.press('h');
  const line = await p.waitFor(/▸ .*Make .+ inactive/).then(() => p.row('▸'));
  const place = p.screen().split('\n').indexOf(line);
  await command(p.file, 'edit', bruno!, '--role', 'Admin');
  await p.waitFor('↑ 1 newer');
  expect(p.screen().split('\n')[place]).toBe(line);
  // Nobody has seen this one yet, or perhaps they just did.
  await command(p.file, 'edit', chidi!, '--status', 'inactive');
  await p.press('u');
  await p.waitFor('It is not your newest change');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('changed back');
  expect(await access(p.file, ana!, bruno!, chidi!)).toEqual(['active', 'active', 'inactive']);
  expect(await json<Printed>(p.file, 'show', bruno!)).toMatchObject({ role_name: 'Admin' });
  await p.waitFor(/▸ .*Make .+ inactive +1 +undone by \d+/);
  await p.waitFor('↑ 3 newer');
  await p.press('Up');
  await p.waitFor(/▸ .*Make .+ Admin/);
  await p.press('Home');
  await p.waitFor(/▸ .*Undo \d+: change back /);
  expect(p.screen()).not.toContain('newer');
});

it('undoes the change whose page is open, whatever comes above it', async () => {
  const p = await openDemo();
  const [ana, bruno] = (await json(p.file, 'list', '--status', 'active', '--limit', '2')).map(user =>
    String(user.user_email),
  );
  await command(p.file, 'edit', ana!, '--status', 'inactive');
  await p.press('h');
  await p.waitFor(/▸ .*Make .+ inactive/);
  await p.press('Enter');
  await p.waitFor(/Status +Active → Inactive/);
  await command(p.file, 'edit', bruno!, '--status', 'inactive');
  await p.press('u');
  await p.waitFor('It is not your newest change');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('changed back');
  expect(await access(p.file, ana!, bruno!)).toEqual(['active', 'inactive']);
  await p.waitFor(/undone by \d+/);
});

it('asks before it undoes a set of more than 25 users', async () => {
  const p = await openDemo();
  await command(p.file, 'edit', '--where', 'queue=Chat', '--status', 'inactive', '--yes');
  await p.press('h', 'u');
  await p.waitFor(/╭─ Undo \d+: change back \d+ users \(status.*\)\?/);
  await readDialog(p);
  const count = /Type (\d+) and Enter to undo/.exec(p.screen())?.[1] ?? '';
  p.type(`${count}\r`);
  await p.waitFor(new RegExp(`changed back .+ and ${Number(count) - 1} others`));
  expect(p.screen()).toContain('History  all changes');
});

it('says what is missing to those who may not read it', async () => {
  const file = await demoFile();
  const db = new Database(file);
  db.exec(`update operators set is_owner = 0, role_id = (select role_id from roles where role_name = 'Supervisor')
           where login is not null`);
  db.close();
  const p = await open(file);
  expect(p.row('? all keys')).not.toContain('history');
  await p.press('h');
  await p.waitFor('the role Supervisor lacks RptContactCenterOperationLog:Read.');
  await p.press('Enter');
  await p.waitFor('Your role lacks RptContactCenterOperationLog:Read.');
});

it('narrows by person, operator, field and day; Esc brings all of it back', async () => {
  const file = await demoFile();
  const users = await json(file, 'list', '--queue', 'Billing', '--status', 'active');
  const last = users.at(-1)!;
  await command(
    file,
    'edit',
    '--where',
    'queue=Billing',
    '--where',
    'status=active',
    '--set',
    'country_iso_code=PT',
    '--yes',
  );
  const p = await open(file);
  await p.press('h');
  const total = /change 1 of (\d+)/.exec(await p.waitFor(/change 1 of \d+/))?.[1];
  // Of so many the line names but the first; whom else it changed is found all the same.
  p.type('/country ');
  await p.waitFor(/History +\/ country ▏/);
  const narrowed = await p.waitFor('change 1 of 1');
  const [day = ''] = /\d{4}-\d\d-\d\d/.exec(narrowed) ?? [];
  await p.press('Ctrl+U');
  p.type(String(last.user_email));
  await p.waitFor(/Edit .* and \d+ others: country/);
  await p.press('Ctrl+U');
  p.type('nobody at all');
  await p.waitFor('No change has "nobody at all".');
  await p.press('Ctrl+U');
  p.type(day);
  await p.waitFor('change 1 of');
  await p.press('Enter');
  await p.waitFor(/History +\/ \d{4}-\d\d-\d\d /);
  await p.press('Esc');
  await p.waitFor('all changes');
  await p.waitFor(`change 1 of ${total}`);
  await p.press('Esc');
  await p.waitFor('500 users');
});
