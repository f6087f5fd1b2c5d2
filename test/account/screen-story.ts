import { expect, onTestFinished } from 'vitest';
import { readDialog } from '../flows/fixture.ts';
import { type ProgramOptions, startProgram } from '../terminal/driver.ts';
import type { AccountOptions } from './account.ts';
import { type ConnectedHome, connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

export const batch = 'POST /contact_center/users/batch';
export const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `new.${String(index + 1).padStart(3, '0')}@acme.example`);

/** A home that was read, with so many more people at the account who have no license. */
export async function pulled(count = 0, options: AccountOptions = {}) {
  const home = await connectedHome({ users: 60, ...options });
  for (const email of people(count)) home.account.portal.addPerson(email);
  await home.ok('account connect --later');
  await home.ok('pull');
  await home.ok('account set --licenses 2000');
  return home;
}

export async function screenOf({ env }: ConnectedHome, options: ProgramOptions = {}) {
  const p = startProgram([], { env, columns: 120, rows: 30, ...options });
  onTestFinished(() => p.close());
  await p.waitFor('60 users');
  return p;
}

/** Adds all of them as agents on the screen. */
export async function add(p: Awaited<ReturnType<typeof screenOf>>, emails: readonly string[]) {
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
export async function held({ account }: ConnectedHome) {
  await expect.poll(() => account.faults.done.length, { timeout: 20_000 }).toBe(1);
}

/** Makes the current user, an agent, a supervisor. */
export async function promote(p: Awaited<ReturnType<typeof screenOf>>) {
  await p.press('e', 'Enter');
  p.type('superv\r');
  await p.waitFor(/Role .*→ Supervisor/);
  await p.press('s');
}

export async function alike(home: ConnectedHome) {
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(home.account.counts.invalidRequests).toEqual([]);
  expect(Object.values(home.account.counts.additions).every(times => times === 1)).toBe(true);
}
