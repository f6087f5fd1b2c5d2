import { expect } from 'vitest';
import type { AccountOptions } from './account.ts';
import { connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

/** Addresses of people who can be added. */
export const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `new.${String(index + 1).padStart(3, '0')}@acme.example`);

/** A home that was read, with so many more people at the account who have no license. */
export async function pulled(count = 0, options: AccountOptions = {}) {
  const home = await connectedHome({ users: 60, ...options });
  for (const email of people(count)) home.account.portal.addPerson(email);
  await home.ok('account connect --later');
  await home.ok('pull');
  await home.ok('account set --licenses 2000 --licenses premium=2000');
  return home;
}

/** Both sides have the same, and nobody was added twice. */
export const alike = async (home: Awaited<ReturnType<typeof pulled>>) => {
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(home.account.counts.invalidRequests).toEqual([]);
  expect(Object.values(home.account.counts.additions).every(times => times === 1)).toBe(true);
  expect(await home.ok('check')).toMatch(/^All is well/);
};

/** What adds users. */
export const batch = 'POST /contact_center/users/batch';
