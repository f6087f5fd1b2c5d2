import { expect, it } from 'vitest';
import { readDialog, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('lists the keys of the screen, narrows while one types, and runs what is chosen', async () => {
  const p = await screen();
  await p.press('?');
  await p.waitFor('╭─ Keys of this screen');
  expect(p.screen()).toMatch(/▸ space +Select or unselect, and move down/);
  expect(p.screen()).toMatch(/x +Remove the selected users, or the current one/);
  p.type('status filter');
  const narrowed = await p.waitFor('> status filter▏');
  expect(narrowed).not.toContain('Remove the selected users');
  await p.press('Enter');
  const filtered = await p.waitFor('Status Active');
  expect(filtered).not.toContain('╭─');
});

it('shows why a command can not be run, and says so when it is run', async () => {
  const p = await screen();
  await p.press(':');
  await p.waitFor('╭─ Commands');
  p.type('only the sel');
  await p.waitFor('Nobody is selected: space selects.');
  await p.press('Enter');
  await p.waitGone('╭─');
  expect(p.row('Nobody is selected: space selects.')).toContain('500 users');
});

it('runs what needs a dialog, and is left with Esc', async () => {
  const p = await screen();
  await p.press('Space', ':');
  await p.waitFor('╭─ Commands');
  p.type('remove\r');
  await p.waitFor('Remove 1 user from Contact Center?');
  // The dialog's own keys are listed over it.
  await p.press('?');
  await p.waitFor('╭─ Keys of this screen');
  p.type('leave everything');
  await p.waitFor(/n Esc +Leave everything as it is/);
  await p.press('Enter');
  await p.waitFor('Kept. Nothing was removed.');
  await p.press('?');
  await p.waitFor('╭─ Keys of this screen');
  p.type('no such thing');
  await p.waitFor('Nothing matches.');
  await p.press('Enter', 'Esc');
  await p.waitGone('╭─');
});

it('accepts in the dialog by its list, too', async () => {
  const p = await screen();
  await p.press('x');
  await readDialog(p);
  await p.press('?');
  p.type('go ahead');
  await p.waitFor(/▸ y +Go ahead/);
  await p.press('Enter');
  await p.waitFor('499 users');
  await p.press('u');
  await p.waitFor('500 users');
});

it('begins with the commands that were run last, and says how many more there are', async () => {
  const p = await screen();
  p.type(':reverse the order\r');
  await p.waitFor('Name ↓');
  await p.press(':');
  await p.waitFor(/╭─ Commands[\s\S]*1 of \d+ {2}↓ \d+ more[\s\S]*▸ = +Reverse the order/);
  await p.press('Enter');
  await p.waitFor('Name ↑');
});

it('says of a key that it does nothing, for a moment', async () => {
  const p = await screen();
  await p.press('z');
  await p.waitFor('z does nothing here · ? all keys');
  await p.waitGone('does nothing here');
  p.paste('ana.silva@acme.example');
  await p.press('j');
  await p.waitFor('row 2 of 500');
  expect(p.screen()).not.toContain('does nothing here');
});
