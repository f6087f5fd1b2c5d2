import { expect, it } from 'vitest';
import { conditionsOf } from '../../db/sqlite/search/conditions.ts';
import { listingOf, peopleBeside } from '../../db/sqlite/search/list.ts';
import { wholeRoster } from '../../source/roster/screen/view.ts';
import { makeRoster, openFixture } from './fixture.ts';

const many = 12_000;
/** So many have the word: more than are sorted at once. */
const silvas = 6_000;

it('lists thousands who have a word by e-mail, from both ends, though their e-mails come late', async () => {
  const people = Array.from({ length: many }, (_, n) => ({
    // Whoever comes first by name comes last by e-mail.
    user_email: `p${String(many - n).padStart(5, '0')}@acme.example`,
    department: 'Sales',
    display_name: `${n < silvas ? 'Ana Silva' : 'Bea Costa'} ${String(n).padStart(5, '0')}`,
  }));
  const fixture = await openFixture(await makeRoster(people, { pools: { essentials: many } }));
  for (let at = 0; at < many; at += 1_000)
    await fixture.add(...people.slice(at, at + 1_000).map(person => person.user_email));
  const sort = { column: 'email', reverse: false } as const;
  const conditions = conditionsOf({ ...wholeRoster, search: 'silva' });
  const forth = await listingOf(fixture.read, conditions, sort);
  const back = await listingOf(fixture.read, conditions, { ...sort, reverse: true });
  const byEmail = Array.from({ length: silvas }, (_, n) => silvas - n);
  const all = { side: 'from', limit: Number.POSITIVE_INFINITY } as const;
  expect(await peopleBeside(fixture.read, forth, { ...all, limit: 40 })).toEqual(byEmail.slice(0, 40));
  expect(await peopleBeside(fixture.read, forth, all)).toEqual(byEmail);
  expect(await peopleBeside(fixture.read, back, all)).toEqual(byEmail.toReversed());
  await fixture.close();
});

it.each([1_700, 2_600, 3_300])(
  'lists nobody twice where the e-mails end while some are still gone through first: %i people',
  async all => {
    const people = Array.from({ length: all }, (_, n) => ({
      user_email: `p${String(n).padStart(5, '0')}@acme.example`,
      display_name: n % 500 === 7 ? `Ana Silva ${n}` : `Bea Costa ${n}`,
    }));
    const fixture = await openFixture(await makeRoster(people, { pools: { essentials: all } }));
    await fixture.add(...people.slice(0, 1_000).map(person => person.user_email));
    const conditions = conditionsOf({ ...wholeRoster, search: 'silva' });
    for (const reverse of [false, true]) {
      const listing = await listingOf(fixture.read, conditions, { column: 'email', reverse });
      const found = await peopleBeside(fixture.read, listing, { side: 'from', limit: 40 });
      expect(found).toEqual(reverse ? [508, 8] : [8, 508]);
    }
    await fixture.close();
  },
);
