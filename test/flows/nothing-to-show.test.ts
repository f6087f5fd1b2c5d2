import { expect, it } from 'vitest';
import { command, newFile, open, readDialog, sharedScreen } from './fixture.ts';
import { frames } from './shown.ts';

const screen = sharedScreen();

it('tells an empty roster how users come into it', async () => {
  const file = newFile();
  await command(file, 'init', '--account', 'New Account', '--licenses', '10');
  const p = await open(file, { columns: 80, rows: 24 });
  await p.settled();
  expect(frames(p)).toBe(1);
  expect(p.screen()).toContain('No people and no contact center users yet.');
  expect(p.screen()).toMatch(
    /roster people import FILE\.csv[\s\S]*roster add EMAIL --role[\s\S]*roster demo/,
  );
  expect(p.screen()).toMatch(/New Account .* 0\/10 named/);
  await p.press('x');
  await p.waitFor('No user is shown.');
  await p.press('j', 'G', 'v', '*', '~', 'Space', 'y', '"', '-', 'PageDown', 'f');
  await p.waitFor('There are no users yet.');
  expect(p.row('? all keys')).toMatch(/^ l licenses {2}c columns {2}\? all keys/);
  await p.press('a');
  await p.waitFor('Nobody is in the account yet.');
  expect(p.screen()).toContain('roster people import FILE.csv');
});

it('names the search and the filters where nobody matches, and the key that clears them', async () => {
  const p = await screen();
  p.type('/nobody of that name');
  await p.waitFor('Nobody matches "nobody of that name".');
  await p.waitFor('Esc empties the search');
  await p.press('Enter', 's', 'f');
  await p.waitFor('╭─ Queue');
  p.type('billing\r');
  const nobody = await p.waitFor('Nobody matches "nobody of that name" with queue Billing, status Active.');
  expect(nobody).toContain('Esc empties the search, again the filters');
  expect(nobody).toMatch(/^ 0 of 500 users/m);
  await p.press('Esc', 'Esc');
  await p.waitFor('of 500 · 500 users');
});

it('goes back to everybody when all who alone were shown are removed', async () => {
  const p = await screen();
  await p.press('Space', 'Space', '"');
  await p.waitFor(' of 2 · 500 users');
  await p.press('x');
  await p.waitFor('Remove 2 users');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('✓ Removed');
  await p.waitFor('of 498 · 498 users');
});
