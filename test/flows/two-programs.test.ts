import { expect, it } from 'vitest';
import {
  command,
  demoFile,
  json,
  type Opened,
  open,
  openDemo,
  type Printed,
  readDialog,
  sharedScreen,
} from './fixture.ts';
import { type AsKim, letKimIn } from './kim.ts';
import { currentEmail } from './shown.ts';

let asKim: AsKim;

// So wide that no e-mail is cut.
const screen = sharedScreen({ columns: 140 }, async () => {
  const file = await demoFile();
  asKim = await letKimIn(file);
  return file;
});

/** Takes back as many removals, as somebody else. */
async function bringBack(p: Opened, removals: number): Promise<void> {
  for (let removal = 0; removal < removals; removal++) await command(p.file, 'undo');
  await p.waitFor('500 users');
}

it('shows what another program removed, and leaves the cursor on its user', async () => {
  const one = await screen();
  const other = await open(one.file);
  await one.press('j', 'j', 'j');
  await one.waitFor('row 4 of 500');
  const email = currentEmail(one);
  await other.press('Space', 'Space', 'x');
  await readDialog(other);
  await other.press('y');
  await other.waitFor('✓ Removed');
  await one.waitFor('row 2 of 498 · 498 users');
  expect(currentEmail(one)).toBe(email);
  await other.press('u');
  await one.waitFor('row 4 of 500 · 500 users');
  expect(currentEmail(one)).toBe(email);
});

it('asks again where somebody was quicker, with what changed marked', async () => {
  const p = await screen();
  const [first, second] = (await json(p.file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await p.press('Space', 'Space', 'x');
  await readDialog(p);
  await command(p.file, 'edit', first!, '--status', 'inactive');
  // Nobody has read what comes then either.
  p.type('yy');
  const again = await p.waitFor('1 user changed meanwhile. This is how things are now.');
  expect(again).toMatch(/│ ≠ \S/);
  expect(await json(p.file, 'list')).toHaveLength(500);
  await readDialog(p);
  await p.press('y');
  await p.waitFor('498 users');
  await command(p.file, 'undo');
  await p.waitFor('500 users');
  expect(await json(p.file, 'list', '--search', second!)).toHaveLength(1);
});

it('asks about the others where one was removed meanwhile', async () => {
  const p = await screen();
  const [first] = (await json(p.file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await p.press('Space', 'Space', 'x');
  await readDialog(p);
  await command(p.file, 'remove', first!, '--yes');
  await p.press('y');
  await p.waitFor('Remove 1 user from Contact Center?');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('498 users');
  await p.waitGone('selected');
  await bringBack(p, 2);
});

it('forgets a selected user whom somebody else removed', async () => {
  const p = await screen();
  const [first] = await json(p.file, 'list', '--limit', '1');
  await p.press('Space', 'Space');
  await p.waitFor('2 selected');
  await command(p.file, 'remove', String(first!.user_email), '--yes');
  await p.waitFor('1 selected · row');
  await bringBack(p, 1);
});

it('refuses to undo by name what was changed since', async () => {
  const p = await screen();
  p.type('/ana silva\r');
  await p.waitFor('row 1 of 1');
  await p.press('x');
  await readDialog(p);
  await p.press('i');
  await p.waitFor('✓ Made Ana Silva inactive');
  await asKim('edit ana.silva@acme.example --status active');
  await p.waitFor(/Ana Silva .* Active$/m);
  await p.press('u');
  await p.waitFor(/Ana Silva's status changed by change set \d+/);
  await p.press('Esc');
  await p.waitFor('500 users');
  expect(await json(p.file, 'list', '--search', 'ana silva')).toMatchObject([{ user_access: 'active' }]);
});

it('asks before it undoes what another session of the same admin did, and does what the toast says', async () => {
  const p = await openDemo();
  const [ana, bruno] = (await json(p.file, 'list', '--status', 'active', '--limit', '2')).map(user =>
    String(user.user_email),
  );
  const statuses = async () =>
    Promise.all([ana, bruno].map(async email => (await json<Printed>(p.file, 'show', email!)).user_access));
  await p.press('x');
  await readDialog(p);
  await p.press('i');
  await p.waitFor(/✓ Made .* inactive · change \d+ · u undoes/);
  await command(p.file, 'edit', bruno!, '--status', 'inactive');
  await p.press('u');
  await p.waitFor(/╭─ Undo \d+: change back/);
  expect(p.screen()).toMatch(/Change set \d+ of .*: Make .* inactive/);
  await p.press('n');
  await p.waitFor('Nothing was changed.');
  expect(await statuses()).toEqual(['inactive', 'inactive']);
  await command(p.file, 'undo');
  // Now it is again what was done last here.
  await p.press('u');
  await p.waitFor(/changed back .* · Ctrl\+R redoes/);
  expect(await statuses()).toEqual(['active', 'active']);
  await command(p.file, 'edit', bruno!, '--role', 'Supervisor');
  await p.press('Ctrl+R');
  await p.waitFor(/Nothing to redo: change set \d+ \(.*\) came after your last undo/);
});
