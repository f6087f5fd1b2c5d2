import { beforeAll, expect, it } from 'vitest';
import { makeHome } from '../commands/run.ts';
import { startProgram } from '../terminal/driver.ts';
import { readDialog } from './fixture.ts';

const names = ['ana', 'ben', 'cem', 'dora', 'eva'] as const;
type Name = (typeof names)[number];

const home = makeHome();
const { ok, env } = home;

/** Imports the account's people, of whom these left. */
async function directory(left: readonly Name[]): Promise<void> {
  const rows = names.map(name => `${name}@acme.example,${name},Lima,${!left.includes(name)}`);
  await ok('people import -', { input: `EmailAddress,GivenName,Surname,Enabled\n${rows.join('\n')}\n` });
}

const users = async () =>
  JSON.parse(await ok('list --format json')).map((user: { first_name: string }) => user.first_name);

beforeAll(async () => {
  await ok('init --account Acme --licenses 5 --licenses premium=2');
  await directory([]);
  await ok(`add ${names.map(name => `${name}@acme.example`).join(' ')} --role Agent`);
  await ok('edit ben@acme.example cem@acme.example --package premium');
});

it('an open screen tells of people who left; L shows just them, and removes them as one change', async () => {
  const p = startProgram([], { env, columns: 100, rows: 30 });
  try {
    await p.waitFor('5 users');
    expect(p.screen()).not.toContain('left');
    await directory(['ana', 'ben', 'cem']);
    await p.waitFor('3 people left and hold licenses · L shows them');
    // Whatever is selected or shown: it is about who left.
    await p.type('/dora\r');
    await p.waitFor('row 1 of 1');
    await p.press('Space', 'L');
    await readDialog(p);
    await p.waitFor('3 people left: remove them, free 1 essentials and 2 premium licenses?');
    for (const line of [
      ...['ana Lima', 'ben Lima', 'cem Lima', 'Premium licenses 2 → 0 of 2.'],
      'u brings back who is active in the account by then.',
    ])
      expect(p.screen()).toContain(line);
    expect(p.screen()).not.toMatch(/│ +(dora|eva) Lima/);
    await p.press('n');
    await p.waitFor('Kept. Nothing was removed.');
    expect(await users()).toHaveLength(5);
    await p.press('L');
    await readDialog(p);
    await p.press('y');
    await p.waitFor('✓ Removed ana Lima and 2 others');
    expect(await users()).toEqual(['dora', 'eva']);
    await p.press('L');
    await p.waitFor('Nobody who left holds a license.');
    await p.press('u');
    await p.waitFor('ana Lima is inactive in the account; only active account users');
    await p.press('Escape');
    await p.press('Escape');
    await p.waitFor('row 1 of 2 · 2 users');
    await directory([]);
    await p.press('u');
    await p.waitFor(/✓ Undid \d+: brought back/);
    expect(await users()).toEqual([...names]);
  } finally {
    await p.close();
  }
});

it('a screen that opens tells of them, and a command at a terminal shows them and asks', async () => {
  await directory(['dora']);
  const p = startProgram([], { env, columns: 80, rows: 24 });
  try {
    await p.waitFor('1 person left and holds a license · L shows them');
    const command = startProgram(['remove', '--where', 'person=inactive'], { env });
    try {
      await command.waitFor('Remove 1 user from Contact Center? y/N');
      expect(command.screen()).toMatch(/dora Lima +dora@acme\.example +Agent/);
      command.type('y\r');
      expect(await command.exit()).toMatchObject({ code: 0 });
    } finally {
      await command.close();
    }
    await p.waitFor('4 users');
    expect(await users()).not.toContain('dora');
  } finally {
    await p.close();
  }
});
