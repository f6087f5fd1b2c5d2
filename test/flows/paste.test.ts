import { expect, it } from 'vitest';
import { openDemo, readDialog } from './fixture.ts';

it('is one search in the search field, its line breaks become spaces', async () => {
  const p = await openDemo();
  await p.press('/');
  p.paste('ana\nsilva');
  await p.waitFor('/ ana silva▏');
  await p.waitFor('row 1 of 1 ');
  expect(p.screen()).toContain('Ana Silva');
  await p.press('Enter');
  await p.waitFor('/ ana silva ');
});

it('does nothing on the roster, whatever it holds', async () => {
  const p = await openDemo();
  await p.settled();
  const before = p.screen();
  p.paste('/x*q\ny silva');
  p.paste('j');
  await p.settled();
  expect(p.screen()).toBe(before);
});

it('does nothing in a dialog, not even with the right number', async () => {
  const p = await openDemo();
  p.type('*x');
  await p.waitFor(/Type \d+ and Enter/);
  const number = /Type (\d+)/.exec(p.screen())?.[1] ?? '';
  await readDialog(p);
  p.paste(`${number}\n`);
  p.paste('n');
  await p.settled();
  expect(p.screen()).toMatch(/and Enter to remove: ▏/);
});

it('shows control characters as signs and leaves the terminal alone', async () => {
  const p = await openDemo();
  await p.press('/');
  p.paste('a\x1b[31mb\x07c\td');
  await p.waitFor('/ a␛[31mb␇c d▏');
  await p.waitFor('Nobody matches');
  await p.press('Esc');
  await p.waitFor('row 1 of 500');
});
