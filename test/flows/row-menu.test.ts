import { expect, it } from 'vitest';
import { json, readDialog, sharedScreen } from './fixture.ts';
import { current, currentEmail } from './shown.ts';

const screen = sharedScreen();

it('makes the current user inactive at once, names them, and takes it back', async () => {
  const p = await screen();
  await p.press('j', 'j');
  await p.waitFor('row 3 of');
  const email = currentEmail(p);
  const name = current(p).split('  ')[0]!;
  await p.press('.');
  await p.waitFor(`╭─ ${name}`);
  await p.waitFor(/Edit +e[\s\S]*Make inactive[\s\S]*Remove +x[\s\S]*History[\s\S]*Copy e-mail +y/);
  p.type('inact\r');
  await p.waitFor(`✓ Made ${name} inactive`);
  const status = async () =>
    (await json(p.file, 'list')).find(user => user.user_email === email)?.user_access;
  expect(await status()).toBe('inactive');
  await p.press('.');
  await p.waitFor('Make active');
  p.type('make\r');
  await p.waitFor(`✓ Made ${name} active`);
  expect(await status()).toBe('active');
  await p.press('u');
  await p.waitFor('changed back');
  expect(await status()).toBe('inactive');
});

it('is about the selected users where there are some', async () => {
  const p = await screen();
  const inactive = async () =>
    (await json(p.file, 'list', '--status', 'inactive')).map(user => user.user_email);
  const before = await inactive();
  await p.press('Space', 'Space', '.');
  await p.waitFor('╭─ 2 selected users');
  await p.waitFor(/Make inactive[\s\S]*Make active[\s\S]*Copy rows as CSV +y/);
  expect(p.screen()).not.toContain('History  ');
  p.type('inact\r');
  await p.waitFor(/✓ Made .* inactive/);
  expect(await inactive()).toHaveLength(before.length + 2);
  await p.press('u');
  await p.waitFor('changed back');
  expect(await inactive()).toEqual(before);
  p.type('.remo\r');
  await p.waitFor('Remove 2 users from');
  await readDialog(p);
  await p.press('n');
  await p.waitFor('Kept. Nothing was removed.');
});

it('leads to removing, to history and to the clipboard', async () => {
  const p = await screen();
  const email = currentEmail(p);
  p.type('.copy\r');
  await p.waitFor(`Copied ${email}`);
  expect(p.clipboard).toBe(email);
  p.type('.hist\r');
  await p.waitFor(/History of \S+/);
  await p.press('Esc');
  p.type('.remo\r');
  await p.waitFor('Remove 1 user from');
  await readDialog(p);
  await p.press('n');
  await p.waitFor('Kept. Nothing was removed.');
});
