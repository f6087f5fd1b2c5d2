import { expect, it } from 'vitest';
import { json, sharedScreen } from './fixture.ts';
import { currentEmail, footer, selectedShown, shownUsers } from './shown.ts';

const screen = sharedScreen();

it('is made with space, which moves on, and taken back with it', async () => {
  const p = await screen();
  await p.press('Space', 'j', 'Space');
  await p.waitFor('2 selected · row 4 of 500 · 500 users');
  expect(
    shownUsers(p)
      .slice(0, 4)
      .map(user => user.mark),
  ).toEqual(['☑', '☐', '☑', '☐']);
  await p.press('k', 'Space');
  await p.waitFor('1 selected · row 4 of 500');
});

it('takes ranges downward, upward and over pages', async () => {
  const p = await screen();
  await p.press('j', 'v', 'j', 'j');
  await p.waitFor('range: v selects, Esc forgets · row 4 of 500');
  expect(shownUsers(p).filter(user => user.mark === '▣')).toHaveLength(3);
  await p.press('Esc');
  await p.waitFor(/^ row 4 of 500/m);
  expect(selectedShown(p)).toBe(0);
  await p.press('v', 'k', 'k', 'Space');
  await p.waitFor('3 selected · row 2 of 500');
  await p.press('v', 'PageDown', 'PageDown', 'v');
  await p.waitFor(/row [67]\d of 500/);
  // From the second row to this one.
  await p.waitFor(now => {
    const [, selected, row] = /^ (\d+) selected · row (\d+)/m.exec(now) ?? [];
    return Number(selected) === Number(row) - 1;
  });
});

it('takes all who match, and gives them back with the same key', async () => {
  const p = await screen();
  const { length } = await json(p.file, 'list', '--search', 'silva');
  p.type('/silva\r*');
  await p.waitFor(`${length} selected · row 1 of ${length}`);
  await p.press('k', 'Space', '*');
  await p.waitFor(`${length} selected`);
  await p.press('*');
  await p.waitFor(/^ row \d of/m);
});

it('is inverted among those who match, and nobody else', async () => {
  const p = await screen();
  const { length } = await json(p.file, 'list', '--search', 'silva');
  await p.press('Space');
  p.type('/silva\r');
  await p.waitFor('1 selected (1 not shown)');
  await p.press('Space', '~');
  await p.waitFor(`${length} selected (1 not shown)`);
  expect(shownUsers(p).map(user => user.mark)).toEqual(['☐', ...Array(length - 1).fill('☑')]);
});

it('outlives searching, filtering and sorting', async () => {
  const p = await screen();
  await p.press('Space', 'Space', 'Space');
  await p.press('>', '=');
  await p.waitFor('Email ↓');
  await p.waitFor('3 selected · row');
  p.type('/silva\r');
  await p.waitFor('3 selected (3 not shown)');
  await p.press('s', 's');
  await p.waitFor(/Nobody matches|Status Inactive/);
  await p.waitFor('3 selected (3 not shown)');
  await p.press('Esc', 'Esc');
  await p.waitFor('3 selected · row');
  await p.press('=', '<');
  await p.waitFor('Name ↑');
});

it('can be looked at alone, let go of and had back', async () => {
  const p = await screen();
  await p.press('Space', 'j', 'Space', 'G', 'Space');
  await p.waitFor('3 selected');
  await p.press('"');
  const alone = await p.waitFor(/3 selected · row \d of 3 · 500 users/);
  expect(alone).toContain('Only selected');
  expect(selectedShown(p)).toBe(3);
  const email = currentEmail(p);
  await p.press('"');
  await p.waitFor('of 500 · 500 users');
  expect(currentEmail(p)).toBe(email);
  await p.press('-');
  await p.waitFor('Unselected 3 · - brings them back');
  expect(footer(p)).toMatch(/^row /);
  await p.press('j', '-');
  await p.waitFor('3 selected · row');
});

it('is not a thing of Esc', async () => {
  const p = await screen();
  await p.press('Space', 'Esc', 'Esc');
  await p.settled();
  expect(footer(p)).toMatch(/^1 selected/);
});

it('says why a key does nothing where nobody is selected', async () => {
  const p = await screen();
  await p.press('"');
  await p.waitFor('Nobody is selected: space selects.');
});
