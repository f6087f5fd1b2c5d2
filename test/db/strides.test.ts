import { expect, it } from 'vitest';
import { noConditions } from '../../db/conditions.ts';
import { strides } from '../../db/strides.ts';
import { countView } from '../../db/totals.ts';
import { unhurried } from '../../db/turns.ts';
import { orderedIds } from '../../db/window.ts';
import { nobody, withAll } from '../../source/roster/selection.ts';
import { wholeRoster } from '../../source/roster/view.ts';
import { makeRoster, openFixture } from './fixture.ts';

const many = 5_000;

it('finds whoever is chosen and searched for, however slowly', async () => {
  const people = Array.from({ length: many }, (_, n) => ({
    user_email: `p${n}@acme.example`,
    department: 'Sales',
    display_name: n === many - 1 ? 'Zoe Silva' : `Ana ${String(n).padStart(5, '0')}`,
  }));
  const fixture = await openFixture(await makeRoster(people, { pools: { essentials: many } }));
  for (let at = 0; at < many; at += 1_000)
    await fixture.add(...people.slice(at, at + 1_000).map(person => person.user_email));
  const found: number[] = [];
  const limit = () => {
    // Longer than reading may take before words of one or two letters are looked for otherwise.
    for (const until = performance.now() + 5; performance.now() < until; );
    return 10 - found.length;
  };
  const conditions = { ...noConditions, words: ['silva'], only: withAll(nobody, [1, many]) };
  for await (const part of strides(fixture.read, { conditions, limit, turn: unhurried }))
    for (const user of part) found.push(user.person_id);
  expect(found).toEqual([many]);
  await fixture.close();
});

it('finds and counts more than it takes at once, though they stand together', async () => {
  const crowd = 11_000;
  const people = Array.from({ length: crowd }, (_, n) => ({
    user_email: `p${n}@acme.example`,
    display_name: n < 10 ? `Aaron ${n}` : `Zoe ${String(n).padStart(5, '0')}`,
  }));
  const fixture = await openFixture(await makeRoster(people, { pools: { essentials: crowd } }));
  for (let at = 0; at < crowd; at += 1_000)
    await fixture.add(...people.slice(at, at + 1_000).map(person => person.user_email));
  const view = { ...wholeRoster, search: 'zoe' };
  const inOrder = (await Array.fromAsync(orderedIds(fixture.read, view))).flat();
  expect(inOrder).toEqual(Array.from({ length: crowd - 10 }, (_, n) => n + 11));
  const ask = { selected: nobody, person_id: inOrder.at(-1)! };
  const counted = await countView(fixture.read, view, ask, unhurried);
  expect(counted).toMatchObject({ totals: { matching: crowd - 10 }, row: crowd - 11 });
  await fixture.close();
});

it('counts nobody for two letters that nobody has, where departments are empty', async () => {
  const emails = ['ana@acme.example', 'bea@acme.example'];
  const fixture = await openFixture(await makeRoster(emails.map(user_email => ({ user_email }))));
  await fixture.add(...emails);
  const matching = async (search: string) => {
    const counted = await countView(
      fixture.read,
      { ...wholeRoster, search },
      { selected: nobody, person_id: null },
      unhurried,
    );
    return counted?.totals.matching;
  };
  expect([await matching('qz'), await matching('an'), await matching('ex')]).toEqual([0, 1, 2]);
  await fixture.close();
});
