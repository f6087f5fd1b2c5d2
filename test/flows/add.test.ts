import { expect, it } from 'vitest';
import { json, openDemo, type Printed } from './fixture.ts';
import { footer } from './shown.ts';

it('adds people of the account with a role, says what that will take, and offers the rest right after', async () => {
  const p = await openDemo();
  const before = await json<Printed>(p.file, 'people', 'list', '--search', 'gagnon');
  await p.press('a');
  await p.waitFor('Add users');
  p.type('gagnon');
  await p.waitFor('1 person');
  await p.press('Tab', 'Ctrl+U');
  p.type('lemai');
  await p.waitFor(/▸ ☐ \S/);
  await p.press('Tab');
  await p.waitFor('Add 2 users');
  await p.waitFor('Choose a role');
  await p.press('Enter', 'Enter');
  await p.waitFor('╭─ Role');
  p.type('agent\r');
  await p.waitFor(/Add 2 users as Agent · Essentials licenses \d+ → \d+ of \d+ · 2 e-mails/);
  const [, from, to] = /licenses (\d+) → (\d+)/.exec(p.screen()) ?? [];
  expect(Number(to)).toBe(Number(from) + 2);
  await p.press('s');
  await p.waitFor('✓ Added');
  expect(footer(p)).toContain('502 users');
  expect(before).toBeTruthy();
  const added = await json<Printed>(p.file, 'show', 'agnes.gagnon@acme.example');
  expect(added).toMatchObject({ role_name: 'Agent', package_name: 'essentials', user_access: 'active' });
  // The very next key may go on with the same people.
  await p.press('e');
  await p.waitFor('Edit 2 users');
  for (let field = 1; field < 9; field++) await p.press('Down');
  await p.press('Enter');
  p.type('billing');
  await p.press('Tab', 'Enter', 's');
  await p.waitFor('✓ Changed');
  expect(await json<Printed>(p.file, 'show', 'agnes.gagnon@acme.example')).toMatchObject({
    queues: [{ queue_name: 'Billing', user_assignment_type: 'agent', opted_in: true }],
  });
});

it('takes an addition back with one key', async () => {
  const p = await openDemo();
  await p.press('a');
  p.type('gagnon');
  await p.waitFor('1 person');
  await p.press('Enter', 'Enter');
  p.type('agent\r');
  await p.press('s');
  await p.waitFor('✓ Added Agnès Gagnon as Agent');
  await p.press('u');
  await p.waitFor('Took back the adding of Agnès Gagnon');
  await p.waitFor(() => footer(p).includes('500 users'));
});

it('refuses by name whom the account does not have active, and saving without anybody', async () => {
  const p = await openDemo();
  await p.press('a');
  p.type('falc');
  await p.waitFor(/Bruna Falcão .* inactive/);
  await p.press('Tab');
  await p.waitFor('Bruna Falcão is inactive in the account.');
  await p.press('Shift+Tab', 's');
  await p.waitFor('Nobody is picked yet.');
});

it('refuses to go over the pool, and says how many licenses are missing', async () => {
  const p = await openDemo();
  await p.press('a');
  await p.waitFor('Nobody is picked yet.');
  await p.press(...Array<string>(40).fill('Tab'));
  await p.waitFor(/Add \d+ users/);
  await p.press('Enter', 'Enter');
  p.type('agent\r');
  await p.press('Down', 'Down', 'Enter');
  p.type('premium\r');
  await p.waitFor(/✗ \d+ premium licenses missing/);
  await p.press('s');
  await p.settled();
  expect(p.screen()).toContain('Add users');
  expect(await json(p.file, 'list')).toHaveLength(500);
});

it('works in a small terminal, one pane at a time', async () => {
  const p = await openDemo({ columns: 80, rows: 24 });
  await p.press('a');
  await p.waitFor('Tab pick');
  p.type('gagnon');
  await p.waitFor('1 person');
  await p.press('Enter');
  await p.waitFor(/▸ Role +choose one/);
  await p.press('/');
  await p.waitFor(/> gagnon/);
  await p.press('Enter', 'Enter');
  p.type('agent\r');
  await p.press('s');
  await p.waitFor('501 users');
});

it('does the same as the command', async () => {
  const one = await openDemo();
  const two = await openDemo();
  await one.press('a');
  one.type('gagnon');
  await one.waitFor('1 person');
  await one.press('Enter', 'Enter');
  one.type('superv\r');
  await one.press('s');
  await one.waitFor('✓ Added');
  await json(two.file, 'add', 'agnes.gagnon@acme.example', '--role', 'Supervisor');
  const plain = async (file: string) => {
    const { added_at, modified_at, version, ...user } = await json<Printed>(
      file,
      'show',
      'agnes.gagnon@acme.example',
    );
    return user;
  };
  expect(await plain(one.file)).toEqual(await plain(two.file));
});
