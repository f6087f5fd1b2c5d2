import { expect, it } from 'vitest';
import { command, json, leave, open, openDemo, type Printed, readDialog, sharedScreen } from './fixture.ts';
import { shownEmails } from './shown.ts';

const screen = sharedScreen();

interface Removed {
  user_email: string;
  queues: { queue_name: string }[];
}

/** All settings of a user but those that say when they were last written. */
async function settings(file: string, email: string): Promise<Printed> {
  const { version: _, modified_at: __, modified_by: ___, ...all } = await json<Printed>(file, 'show', email);
  return all;
}

// The first: nobody has done anything yet.
it('says so when there is nothing to undo or redo', async () => {
  const p = await screen();
  await p.press('u');
  await p.waitFor('Nothing of yours to undo.');
  await p.press('Ctrl+R');
  await p.waitFor('Nothing to redo.');
});

it('removes the current user where none is selected', async () => {
  const p = await screen();
  p.type('/ana silva\r');
  await p.waitFor(/row 1 of 1 /);
  await p.press('x');
  await p.waitFor('Remove 1 user from Contact Center?');
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/✓ Removed Ana Silva · change \d+ · u undoes/);
  await p.waitFor('Nobody matches "ana silva".');
  await p.waitFor('499 users');
  await p.press('u');
  await p.waitFor('500 users');
});

it('finds two users with search and both filters, removes them, and brings them back wholly', async () => {
  const p = await screen();
  const ana = await json<Removed>(p.file, 'show', 'ana.silva@acme.example');
  const queue = ana.queues[0]!.queue_name;
  const asked = ['--search', 'silva', '--queue', queue, '--status', 'active'];
  const found = (await json<Removed[]>(p.file, 'list', ...asked)).map(user => user.user_email);
  expect(found.length).toBeGreaterThan(1);

  p.type('/silva\r');
  await p.press('f');
  await p.waitFor('╭─ Queue');
  p.type(`${queue}\r`);
  await p.press('s');
  await p.waitFor('Status Active');
  expect(p.screen()).toContain(`Queue ${queue}`);
  await p.waitFor(`row 1 of ${found.length} · 500 users`);
  expect(shownEmails(p)).toEqual(found);

  const chosen = found.slice(0, 2);
  const before = await Promise.all(chosen.map(email => settings(p.file, email)));
  await p.press('Space', 'Space');
  await p.waitFor('2 selected · row');
  await p.press('x');
  await p.waitFor('Remove 2 users from Contact Center?');
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/✓ Removed .* and .* · change \d+ · u undoes/);
  await p.waitFor(/\b498 users\b/);
  expect(p.screen()).not.toContain('selected');
  expect(await json(p.file, 'list', ...asked)).toHaveLength(found.length - 2);
  // The account users stay, without a license.
  const people = await json(p.file, 'people', 'list', '--search', 'silva');
  expect(people.filter(person => chosen.includes(person.user_email as string))).toEqual(
    chosen.map(() => expect.objectContaining({ licensed: false })),
  );

  await p.press('u');
  await p.waitFor(/Undid \d+: brought back .* and .* · change \d+ · Ctrl\+R redoes/);
  await p.waitFor(/\b500 users\b/);
  expect(await Promise.all(chosen.map(email => settings(p.file, email)))).toEqual(before);

  await p.press('Ctrl+R');
  await p.waitFor(/✓ Redid \d+: removed .* · change \d+ · u undoes/);
  expect(await leave(p)).toBe(0);
  expect(await json(p.file, 'list')).toHaveLength(498);

  const again = await open(p.file);
  await again.press('u');
  // Nobody has seen on this screen what that is.
  await again.waitFor(/╭─ Undo \d+: bring back .*\?/);
  expect(again.screen()).toMatch(/Change set \d+ of .*: Remove /);
  await readDialog(again);
  await again.press('y');
  await again.waitFor('brought back ');
  await again.waitFor(/\b500 users\b/);
  expect(await Promise.all(chosen.map(email => settings(p.file, email)))).toEqual(before);
});

it('brings back all but who clashes with a later change, and names those in the dialog', async () => {
  const p = await openDemo();
  const [first, second] = (await json(p.file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await p.press('Space', 'Space', 'Space', 'x');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('497 users');
  await command(p.file, 'add', first!, '--role', 'Agent');
  await p.waitFor('498 users');
  await p.press('h', 'Down', 'u');
  await p.waitFor(/╭─ Undo \d+: bring back .* and .*\?/);
  expect(p.screen()).toMatch(/✗ .* has a license again by change set \d+/);
  expect(p.screen()).toContain('✗ 1 user stays as now; the others are changed.');
  expect(p.screen()).toContain('Essentials');
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/brought back .* and .* · u undoes/);
  expect(await json(p.file, 'list')).toHaveLength(500);
  expect(await json(p.file, 'list', '--search', second!)).toHaveLength(1);
});

it('says which queue loses its last supervisor, and which skill nobody is left with', async () => {
  const p = await openDemo();
  const emails = ['ana.silva@acme.example', 'bruno.dasilva@acme.example'];
  await command(p.file, 'queue', 'add', 'Night Desk');
  await command(p.file, 'skill', 'add', 'Basque', '--category', 'Languages', '--graded');
  await command(p.file, 'edit', emails[0]!, '--add-queue', 'Night Desk (supervisor)', '--skill', 'Basque=5');
  await command(p.file, 'edit', emails[1]!, '--add-queue', 'Night Desk', '--skill', 'Basque=3');
  p.type(`/${emails[0]}\r`);
  await p.waitFor('row 1 of 1');
  await p.press('x');
  await p.waitFor('Remove 1 user from');
  await p.waitFor('Night Desk loses its last supervisor.');
  await p.waitFor('Nobody is left with Basque at 4 or more.');
  await readDialog(p);
  await p.press('n');
  expect(await command(p.file, 'remove', emails[0]!, '--dry-run')).toContain(
    'Night Desk loses its last supervisor.\nNobody is left with Basque at 4 or more.',
  );
  expect(await command(p.file, 'remove', emails[1]!, '--dry-run')).not.toMatch(/Night Desk loses|Basque at/);
});
