import { expect, it } from 'vitest';
import { json, readDialog, resize, sharedScreen } from './fixture.ts';
import { footer } from './shown.ts';

const screen = sharedScreen();

it('is deaf to accepting keys at first, and never to those that keep', async () => {
  const p = await screen();
  // Whoever types so fast has not read it.
  p.type('xyi\r');
  await p.waitFor('Remove 1 user from');
  await p.settled();
  expect(p.screen()).toContain('Remove 1 user from');
  p.type('n');
  await p.waitFor('Kept. Nothing was removed.');
  p.type('jxn');
  await p.waitFor(/row 2 of 500 .*Kept\. Nothing was removed\./);
  p.type('jx');
  await p.press('Esc');
  await p.waitFor(/row 3 of 500 .*Kept\. Nothing was removed\./);
  expect(await json(p.file, 'list')).toHaveLength(500);
});

it('says that it is just opening to whoever is too quick, for as long as it is', async () => {
  const p = await screen();
  // The same may have been said to a test before.
  const before = p.raw().length;
  p.type('xy');
  // It is there for 300 ms only.
  await p.waitFor(() => p.raw().slice(before).includes('just opening: y did nothing'));
  await p.waitGone('just opening');
  await p.press('y');
  await p.waitFor('499 users');
  await p.press('u');
  await p.waitFor('500 users');
});

it('needs the number where users are not shown, and says how many', async () => {
  const p = await screen();
  await p.press('Space', 'Space');
  p.type('/silva\r ');
  await p.waitFor('3 selected (2 not shown)');
  await p.press('x');
  await readDialog(p);
  expect(p.screen()).toContain('2 of them are not shown by the search and filters.');
  await p.press('y');
  p.type('21\x7f\r');
  await p.waitFor('2 is not 3. Nothing is removed.');
  p.type('3');
  await p.waitFor('and Enter to remove: 3▏');
  expect(await json(p.file, 'list')).toHaveLength(500);
  await p.press('Enter');
  await p.waitFor('497 users');
  await p.waitFor(/✓ Removed .* and .* · change \d+ · u undoes/);
  await p.press('u');
  await p.waitFor('500 users');
});

it('needs the number for more than 25, scrolls, and can be taken back by number, too', async () => {
  const p = await screen();
  await resize(p, 80, 24);
  await p.press('v');
  p.type('j'.repeat(39));
  await p.press('v');
  await p.waitFor('40 selected');
  // The operator's own user is one of the first in the alphabet.
  await p.press('x');
  await readDialog(p);
  const count = /Type (\d+) and Enter/.exec(p.screen())?.[1] ?? '';
  expect(count).not.toBe('');
  const first = p.row(/│ {3}\S/);
  await p.press('Down', 'PageDown');
  await p.waitFor(/↑ \d+ above/);
  expect(p.screen()).not.toContain(first);
  await p.press('PageDown', 'PageDown', 'PageDown', 'PageDown');
  await p.waitGone(/↓ \d+ more/);
  await p.press('Up');
  await p.waitFor('↓ 1 more');
  p.type(`${count}\r`);
  await p.waitFor(`${500 - Number(count)} users`);
  await p.press('u');
  await readDialog(p);
  p.type(`${count}\r`);
  await p.waitFor('500 users');
});

it('keeps everything on n, after which nothing was written', async () => {
  const p = await screen();
  const before = await json(p.file, 'history', '--limit', '1');
  await p.press('x');
  await readDialog(p);
  await p.press('n');
  await p.waitFor('Kept. Nothing was removed.');
  expect(await json(p.file, 'history', '--limit', '1')).toEqual(before);
});

it('makes inactive instead, which keeps all settings', async () => {
  const p = await screen();
  p.type('/ana silva\r');
  await p.waitFor('row 1 of 1');
  await p.press('x');
  await readDialog(p);
  await p.press('i');
  await p.waitFor(/✓ Made Ana Silva inactive · change \d+ · u undoes/);
  const [ana] = await json(p.file, 'list', '--search', 'ana silva');
  expect(ana).toMatchObject({ user_access: 'inactive', role_name: 'Agent' });
  await p.press('u');
  await p.waitFor('changed back Ana Silva');
  expect(footer(p)).toBe('row 1 of 1 · 500 users');
});

it('names those who can not be removed, and why', async () => {
  const p = await screen();
  p.type('/alex morgan\r');
  await p.waitFor('row 1 of 1');
  await p.press('x');
  await p.waitFor(/✗ Alex Morgan can't be removed: .*\./);
  expect(p.screen()).not.toContain('╭─');
  await p.press('Space', 'Esc');
  p.type('/ana silva\r ');
  await p.press('x');
  await p.waitFor('Remove 1 user from');
  expect(p.screen()).toMatch(/Alex Morgan can't be removed/);
});

it('ends with Ctrl+C without removing', async () => {
  const p = await screen();
  await p.press('x');
  await readDialog(p);
  await p.press('Ctrl+C');
  expect(await p.exit()).toMatchObject({ code: 0 });
  expect(await json(p.file, 'list')).toHaveLength(500);
});
