import { sql } from 'kysely';
import { expect } from 'vitest';
import { upsertPeople } from '../../db/people/people.ts';
import { checkSearch } from '../../db/sqlite/check/check-search.ts';
import { orderedIds } from '../../db/users/window.ts';
import { wholeRoster } from '../../source/roster/screen/view.ts';
import { editing, setting } from '../roster/intents.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';
import { everyUser, listed } from './plain-list.ts';

/** How names come: all the same, each before the last one, and in between. */
export const crowds = {
  'the same name': () => 'Ana Silva',
  'descending names': (n: number) => `Ana ${String(100_000 - n)}`,
  'names that halve a gap': (n: number) => `Ana ${(0.5 + 0.5 ** (n % 50)).toString(2)}`,
} as const;

/** A roster of people who have names, and no license yet. */
export async function unlicensed(names: readonly string[]): Promise<Fixture> {
  const people = names.map((display_name, n) => ({ user_email: `p${n + 1}@acme.example`, display_name }));
  return await openFixture(await makeRoster(people, { pools: { essentials: names.length } }));
}

/** Users stand in the order of plain sorting, and all that is kept of it agrees. */
export async function inOrder({ read }: Fixture): Promise<void> {
  expect(await checkSearch(read)).toEqual([]);
  const shown = (await Array.fromAsync(orderedIds(read, wholeRoster))).flat();
  expect(shown).toEqual(listed(await everyUser(read), wholeRoster).map(user => user.person.person_id));
}

/** Adds all of them in sets of `each`; names crowd in one place. */
export async function addInSets(fixture: Fixture, count: number, each: number): Promise<void> {
  for (let from = 0; from < count; from += each)
    await fixture.add(
      ...Array.from({ length: Math.min(each, count - from) }, (_, n) => `p${from + n + 1}@acme.example`),
    );
}

/** Gives people other names: some in the directory, some for the contact center alone. */
export async function rename(
  fixture: Fixture,
  ids: readonly number[],
  name: string,
  own: boolean,
): Promise<void> {
  if (own) {
    const set = await fixture.planned(editing(setting({ display_name: name })), { ids: [...ids] });
    if (set.problems.length === 0 && set.changes.length > 0) await fixture.apply(set);
    return;
  }
  const incoming = ids.map(id => ({ user_email: `p${id}@acme.example`, display_name: name }));
  await fixture.roster
    .write()
    .transaction()
    .execute(trx => upsertPeople(trx, incoming));
}

/** How close the closest neighbors stand. */
export async function closest({ read }: Fixture): Promise<number> {
  const { rows } = await sql<{ gap: number }>`
    select min(gap) as gap from (select name_rank - lag(name_rank) over (order by name_rank) as gap from user_search)`.execute(
    read,
  );
  return rows[0]!.gap;
}
