import { expect, onTestFinished, test } from 'vitest';
import { readDialog } from '../flows/fixture.ts';
import { type ProgramOptions, startProgram } from '../terminal/driver.ts';
import type { AccountOptions } from './account.ts';
import { type ConnectedHome, connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

const batch = 'POST /contact_center/users/batch';
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `new.${String(index + 1).padStart(3, '0')}@acme.example`);

/** A home that was read, with so many more people at the account who have no license. */
async function pulled(count = 0, options: AccountOptions = {}) {
  const home = await connectedHome({ users: 60, ...options });
  for (const email of people(count)) home.account.portal.addPerson(email);
  await home.ok('account connect --later');
  await home.ok('pull');
  await home.ok('account set --licenses 2000');
  return home;
}

async function screenOf({ env }: ConnectedHome, options: ProgramOptions = {}) {
  const p = startProgram([], { env, columns: 120, rows: 30, ...options });
  onTestFinished(() => p.close());
  await p.waitFor('60 users');
  return p;
}

/** Adds all of them as agents on the screen. */
async function add(p: Awaited<ReturnType<typeof screenOf>>, emails: readonly string[]) {
  await p.press('a');
  await p.waitFor('Nobody is picked yet.');
  p.paste(emails.join('\n'));
  await p.waitFor(`Add ${emails.length} users`);
  await p.press('Enter', 'Enter');
  p.type('agent\r');
  await p.waitFor(`Add ${emails.length} users as Agent`);
  await p.press('s');
  if (emails.length <= 25) return;
  await p.waitFor(`Type ${emails.length} and Enter`);
  await readDialog(p);
  p.type(`${emails.length}\r`);
}

/** Until the call is there whose answer is held. */
async function held({ account }: ConnectedHome) {
  await expect.poll(() => account.faults.done.length, { timeout: 20_000 }).toBe(1);
}

/** Makes the current user, an agent, a supervisor. */
async function promote(p: Awaited<ReturnType<typeof screenOf>>) {
  await p.press('e', 'Enter');
  p.type('superv\r');
  await p.waitFor(/Role .*→ Supervisor/);
  await p.press('s');
}

async function alike(home: ConnectedHome) {
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(home.account.counts.invalidRequests).toEqual([]);
  expect(Object.values(home.account.counts.additions).every(times => times === 1)).toBe(true);
}

test('what is changed on the screen is at the account in a moment, and the toast says so', async () => {
  const home = await pulled();
  const p = await screenOf(home);
  await promote(p);
  await p.waitFor('✓ Made');
  await p.waitFor(/✓ Made .+ Supervisor · the account has it · u undoes/);
  await p.waitGone('to push');
  await p.press('u');
  await p.waitFor(/✓ Undid .+ · the account has it · Ctrl\+R redoes/);
  await alike(home);
  expect((await home.json<{ state: string }[]>('push --list')).map(({ state }) => state)).toEqual([
    'pushed',
    'pushed',
  ]);
});

test('of what takes long it is said how far it is, while keys go on, and then that the account has it', async () => {
  const home = await pulled(100);
  home.account.portal.setLicenses('essentials', 2_000);
  const p = await screenOf(home);
  home.account.faults.next('held', batch);
  await add(p, people(100));
  await p.waitFor(/Acme · Zoom · read \d\d:\d\d · 1 to push/);
  await held(home);
  home.account.latency = 1_000;
  home.account.faults.release();
  await p.waitFor(/Adding 100 users · [1-4] of 5 calls/);
  await p.press('/', 'n', 'e', 'w', '.');
  await p.waitFor('row 1 of 100');
  await p.press('Enter');
  await p.waitFor('✓ Added 100 users as Agent · the account has it · u undoes');
  home.account.latency = 0;
  await alike(home);
}, 60_000);

test('whom the account refused is told, and the others are there', async () => {
  const home = await pulled(20);
  home.account.refusals.refuse(people(20)[6]!, 1_004, 'Somebody said no.');
  const p = await screenOf(home);
  await add(p, people(20));
  await p.waitFor('19 of 20 went through; refused: 1 · w shows them');
  await p.press('G');
  await p.waitFor('79 users');
  await alike(home);
}, 60_000);

test('a screen that is left at once leaves the sending to a process that goes on', async () => {
  const home = await pulled();
  home.account.faults.next('held', 'PATCH /contact_center/users');
  const p = await screenOf(home);
  await promote(p);
  await p.waitFor('✓ Made');
  p.vanish();
  await p.exit();
  await held(home);
  home.account.faults.release();
  await expect
    .poll(async () => (await home.json<{ state: string }[]>('push --list'))[0]?.state, { timeout: 20_000 })
    .toBe('pushed');
  await alike(home);
});

test('out of reach it waits, says since when, and is sent when a screen opens again', async () => {
  const home = await pulled();
  for (const operation of ['PATCH /contact_center/users', 'GET /contact_center/users/{userId}'])
    home.account.faults.on(operation, '503');
  const p = await screenOf(home);
  await promote(p);
  await p.waitFor(/Zoom failing since \d\d:\d\d · .*1 to push/);
  await p.waitFor('The account fails just now');
  await p.close();
  home.account.faults.off();
  const again = await screenOf(home);
  await again.waitGone('failing since');
  await again.waitGone('to push');
  await alike(home);
}, 60_000);

test('history, the page of a change and the page of a user say what the account refused', async () => {
  const home = await pulled();
  home.account.refusals.refuse('ana.silva@acme.example', 4_444, 'User is on a call');
  await home.roster('edit ana.silva@acme.example bruno.dasilva@acme.example --role Supervisor');
  const p = await screenOf(home);
  await p.press('h', 'j');
  await p.waitFor(/▸! 6 .* Make Ana Silva and Bruno da Silva Super.+ partly refused +2/);
  expect(p.screen()).toContain('change 2 of 7 · partly refused: 1 user');
  await p.press('Enter');
  await p.waitFor('At the account: partly refused: 1 user · taken back here by change 7');
  expect(p.screen()).toMatch(
    /! Role: The account says: User is on a call\. \(4444\)\n +Ana Silva +ana\.silva@/,
  );
  await p.press('Escape', 'Escape');
  await p.waitFor(/!☐ Ana Silva /);
  await p.press('/');
  p.type('ana sil\r');
  await p.waitFor('row 1 of 1');
  await p.press('Enter');
  await p.waitFor(/Zoom account[\s\S]*! Refused, of change 6: The account says: User is/);
  // Whatever is done about it, it is not refused any more.
  await home.ok('edit ana.silva@acme.example --role Agent --later');
  home.account.refusals.allow('ana.silva@acme.example');
  await home.ok('push --yes --retry 6');
  await p.waitGone('Zoom account');
  await p.press('Escape');
  await p.waitFor(/▸ ☐ Ana Silva +.*Supervisor/);
});
