import { expect, it } from 'vitest';
import { demoFile, json, leaveForm, type Printed, resize, sharedScreen } from './fixture.ts';

const agnes = 'agnes.gagnon@acme.example';
const screen = sharedScreen();

// The first, so that both rosters give the same numbers to whom they add.
it('does the same as the command', async () => {
  const p = await screen();
  const other = await demoFile();
  await p.press('a');
  p.type('gagnon');
  await p.waitFor('1 person');
  await p.press('Enter', 'Enter');
  p.type('superv\r');
  await p.press('s');
  await p.waitFor('✓ Added');
  await json(other, 'add', agnes, '--role', 'Supervisor');
  const plain = async (file: string) => {
    const { added_at, modified_at, version, ...user } = await json<Printed>(file, 'show', agnes);
    return user;
  };
  expect(await plain(p.file)).toEqual(await plain(other));
  await p.press('u');
  await p.waitFor('removed Agnès Gagnon');
  await p.waitFor('500 users');
});

it('adds people of the account with a role and queues in one change, and says what that will take', async () => {
  const p = await screen();
  expect(await json(p.file, 'people', 'list', '--search', 'agnès gagnon')).toMatchObject([
    { licensed: false },
  ]);
  await p.press('a');
  await p.waitFor('Add users');
  p.type('gagnon');
  await p.waitFor('1 person');
  await p.press('Tab', 'Ctrl+U');
  p.type('lemai');
  await p.waitFor(/▸ ☐ \S+ Lemaître/);
  await p.press('Tab');
  await p.waitFor(/Add 2 users[\s\S]*Choose a role/);
  await p.press('Enter', 'Enter');
  await p.waitFor('╭─ Role');
  p.type('agent\r');
  const said = await p.waitFor(/Add 2 users as Agent · Essentials licenses \d+ → \d+ of \d+ · 2 e-mails/);
  const [, from, to] = /licenses (\d+) → (\d+)/.exec(said) ?? [];
  expect(Number(to)).toBe(Number(from) + 2);
  await p.press('End');
  for (let field = 1; field < 6; field++) await p.press('Up');
  await p.press('Enter');
  await p.waitFor('╭─ Queues');
  p.type('billing');
  await p.press('Tab', 'Enter');
  await p.waitFor('Right after: queues Billing');
  await p.press('s');
  await p.waitFor(/✓ Added .* as Agent with queues · change \d+ · u undoes/);
  await p.waitFor('502 users');
  const settings = {
    ...{ role_name: 'Agent', package_name: 'essentials', user_access: 'active' },
    queues: [{ queue_name: 'Billing', user_assignment_type: 'agent', opted_in: true }],
  };
  expect(await json<Printed>(p.file, 'show', agnes)).toMatchObject(settings);
  await p.press('h');
  await p.waitFor('Add Agnès Gagnon and Anaïs Lemaître as');
  await p.press('Enter');
  await p.waitFor(/Role +Agent[\s\S]*Right after:\s+Queues +Billing/);
  await p.press('Escape', 'Escape', 'u');
  await p.waitFor('500 users');
  await p.press('Ctrl+R');
  await p.waitFor('502 users');
  expect(await json<Printed>(p.file, 'show', agnes)).toMatchObject(settings);
  await p.press('u');
  await p.waitFor('500 users');
});

it('takes an addition back with one key', async () => {
  const p = await screen();
  await p.press('a');
  p.type('gagnon');
  await p.waitFor('1 person');
  await p.press('Enter', 'Enter');
  p.type('agent\r');
  await p.press('s');
  await p.waitFor('✓ Added Agnès Gagnon as Agent');
  await p.press('u');
  await p.waitFor('removed Agnès Gagnon');
  await p.waitFor('500 users');
});

it('refuses by name whom the account does not have active, and saving without anybody', async () => {
  const p = await screen();
  await p.press('a');
  p.type('falc');
  await p.waitFor(/Bruna Falcão .* inactive/);
  await p.press('Tab');
  await p.waitFor('Bruna Falcão is inactive in the account.');
  await p.press('Shift+Tab', 's');
  await p.waitFor(/0 picked .* Nobody is picked yet\./);
});

it('refuses to go over the pool, and says how many licenses are missing', async () => {
  const p = await screen();
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
  // It is still there to be left, and was not saved.
  await leaveForm(p);
  expect(await json(p.file, 'list')).toHaveLength(500);
});

it('works in a small terminal, one pane at a time', async () => {
  const p = await screen();
  await resize(p, 80, 24);
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
