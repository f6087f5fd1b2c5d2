import { expect, it } from 'vitest';
import { readDialog, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('is one search in the search field, its line breaks become spaces', async () => {
  const p = await screen();
  await p.press('/');
  p.paste('ana\nsilva');
  await p.waitFor('/ ana silva▏');
  expect(await p.waitFor('row 1 of 1 ')).toContain('Ana Silva');
  await p.press('Enter');
  await p.waitFor('/ ana silva ');
});

it('does nothing on the roster, whatever it holds', async () => {
  const p = await screen();
  await p.settled();
  const before = p.screen();
  p.paste('/x*q\ny silva');
  p.paste('j');
  await p.settled();
  expect(p.screen()).toBe(before);
});

it('does nothing in a dialog, not even with the right number', async () => {
  const p = await screen();
  p.type('*x');
  const asked = await p.waitFor(/Type \d+ and Enter/);
  const number = /Type (\d+)/.exec(asked)?.[1] ?? '';
  await readDialog(p);
  p.paste(`${number}\n`);
  p.paste('n');
  await p.settled();
  expect(p.screen()).toMatch(/and Enter to remove: ▏/);
  // What is typed still goes there.
  p.type('1');
  await p.waitFor(/and Enter to remove: 1▏/);
});

it('shows control characters as signs and leaves the terminal alone', async () => {
  const p = await screen();
  await p.press('/');
  p.paste('a\x1b[31mb\x07c\td');
  await p.waitFor('/ a␛[31mb␇c d▏');
  await p.waitFor('Nobody matches');
  await p.press('Esc');
  await p.waitFor('row 1 of 500');
});
