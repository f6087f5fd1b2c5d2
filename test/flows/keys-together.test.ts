import { expect, it } from 'vitest';
import { readAlone } from '../terminal/processes.ts';
import { json, openDemo, readDialog, sharedScreen } from './fixture.ts';
import { current, currentEmail, shownUsers } from './shown.ts';

const screen = sharedScreen();

it('searches with a whole search in one write', async () => {
  const p = await screen();
  const found = await json(p.file, 'list', '--search', 'silva');
  p.type('/silva\r');
  const searched = await p.waitFor(`row 1 of ${found.length} `);
  expect(searched).toContain('/ silva ');
  expect(searched).not.toContain('▏');
  await p.press('j');
  await p.waitFor(`row 2 of ${found.length} `);
});

it('moves and asks about the user it came to', async () => {
  const p = await screen();
  const name = (await json(p.file, 'list', '--limit', '5')).at(-1)!.display_name as string;
  p.type('jjjj x');
  await p.waitFor('Remove 1 user from Contact Center?');
  expect(p.screen()).toContain(`│   ${name.slice(0, 20)}`);
  expect(shownUsers(p)[4]!.mark).toBe('☑');
  await p.press('n');
  await p.waitFor('Kept. Nothing was removed.');
});

it('selects everybody and asks about them all', async () => {
  const p = await screen();
  p.type('*x');
  // The operator is a user, too, and can't remove themselves.
  const asked = await p.waitFor('Remove 499 users from Contact Center?');
  expect(asked).toContain('Type 499 and Enter to remove:');
  expect(asked).toContain("Alex Morgan can't be removed:");
});

it('does the same as the keys one by one', async () => {
  const keys = ['j', 'j', 'v', 'j', 'j', 'v', '>', '~', 's', 'G', 'k', 'Space', '-', '-', '=', 'g', 'j', 'j'];
  // Screens of their own: the keys change the order of the users, too.
  const one = await openDemo();
  for (const key of keys) {
    await one.press(key);
    await one.settled();
  }
  const other = await openDemo();
  other.type(keys.map(key => (key === 'Space' ? ' ' : key)).join(''));
  await other.settled();
  expect(other.screen()).toBe(one.screen());
  expect(current(other)).toBe(current(one));
});

it('undoes twice with two keys in one write', async () => {
  const p = await screen();
  for (const name of ['ana silva', 'bruno da silva']) {
    p.type(`/\x15${name}\r`);
    await p.waitFor('row 1 of 1 ');
    await p.press('x');
    await readDialog(p);
    await p.press('y');
    await p.waitFor('✓ Removed');
  }
  await p.press('Esc');
  await p.waitFor('of 498 · 498 users');
  p.type('uu');
  await p.waitFor('of 500 · 500 users');
  await p.waitFor('brought back Ana Silva');
});

it('takes an arrow key that comes in two reads', async () => {
  const p = await screen();
  const second = (await json(p.file, 'list', '--limit', '2'))[1]!.user_email;
  // Where this process has to wait for a processor the rest may come so late that it is no arrow any more.
  for (let tries = 0; tries < 50 && !/row 2 of 500/.test(p.screen()); tries++) {
    await readAlone(p.pid, () => p.type('\x1b'));
    p.type('[B');
    await p.settled();
  }
  await p.waitFor('row 2 of 500');
  expect(currentEmail(p)).toBe(second);
});
