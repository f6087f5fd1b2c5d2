import { expect, it } from 'vitest';
import { command, json, open, openDemo, readDialog } from './fixture.ts';
import { currentEmail, footer } from './shown.ts';

/** Changes of others are to appear within this. Milliseconds. */
const soon = 2_000;

it('shows what another program removed, and leaves the cursor on its user', async () => {
  const one = await openDemo({ columns: 140 });
  const other = await open(one.file);
  await one.press('j', 'j', 'j');
  await one.waitFor('row 4 of 500');
  const email = currentEmail(one);
  await other.press('Space', 'Space', 'x');
  await readDialog(other);
  await other.press('y');
  await other.waitFor('✓ Removed');
  await one.waitFor('row 2 of 498 · 498 users', soon);
  expect(currentEmail(one)).toBe(email);
  await other.press('u');
  await one.waitFor('row 4 of 500 · 500 users', soon);
  expect(currentEmail(one)).toBe(email);
});

it('asks again where somebody was quicker, with what changed marked', async () => {
  const p = await openDemo();
  const [first, second] = (await json(p.file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await p.press('Space', 'Space', 'x');
  await readDialog(p);
  await command(p.file, 'edit', first!, '--status', 'inactive');
  await p.press('y');
  await p.waitFor('1 user changed meanwhile. This is how things are now.');
  expect(p.screen()).toMatch(/│ ≠ \S/);
  // Nobody has read this one either.
  await p.press('y');
  await p.settled();
  expect(await json(p.file, 'list')).toHaveLength(500);
  await readDialog(p);
  await p.press('y');
  await p.waitFor('498 users');
  await command(p.file, 'undo');
  await p.waitFor('500 users', soon);
  expect(await json(p.file, 'list', '--search', second!)).toHaveLength(1);
});

it('asks about the others where one was removed meanwhile', async () => {
  const p = await openDemo();
  const [first] = (await json(p.file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await p.press('Space', 'Space', 'x');
  await readDialog(p);
  await command(p.file, 'remove', first!, '--yes');
  await p.press('y');
  await p.waitFor('Remove 1 user from Contact Center?');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('498 users');
  await p.waitFor(screen => !screen.includes('selected'), soon);
});

it('forgets a selected user whom somebody else removed', async () => {
  const p = await openDemo();
  const [first] = await json(p.file, 'list', '--limit', '1');
  await p.press('Space', 'Space');
  await p.waitFor('2 selected');
  await command(p.file, 'remove', String(first!.user_email), '--yes');
  await p.waitFor('1 selected · row', soon);
});

it('refuses to undo by name what was changed since', async () => {
  const p = await openDemo();
  p.type('/ana silva\r');
  await p.waitFor('row 1 of 1');
  await p.press('x');
  await readDialog(p);
  await p.press('i');
  await p.waitFor('✓ Made Ana Silva inactive');
  await command(p.file, 'edit', 'ana.silva@acme.example', '--status', 'active');
  await p.press('u');
  await p.settled();
  expect(p.screen()).toMatch(/Ana Silva/);
  expect(footer(p)).toContain('500 users');
});
