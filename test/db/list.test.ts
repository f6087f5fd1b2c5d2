import { expect, it } from 'vitest';
import { countView } from '../../db/users/totals.ts';
import { orderedIds } from '../../db/users/window.ts';
import { changeSetLimit } from '../../source/roster/plan/change-set.ts';
import { nobody, withAll } from '../../source/roster/screen/selection.ts';
import { wholeRoster } from '../../source/roster/screen/view.ts';
import { makeRoster, openFixture } from './fixture.ts';

const many = 5_000;

it('finds whoever is selected and searched for, of few and of very many', async () => {
  const people = Array.from({ length: many }, (_, n) => ({
    user_email: `p${n}@acme.example`,
    department: 'Sales',
    display_name: n === many - 1 ? 'Zoe Silva' : `Ana ${String(n).padStart(5, '0')}`,
  }));
  const fixture = await openFixture(await makeRoster(people, { pools: { essentials: many } }));
  for (let at = 0; at < many; at += 1_000)
    await fixture.add(...people.slice(at, at + 1_000).map(person => person.user_email));
  const others = Array.from({ length: changeSetLimit }, (_, n) => many + 1 + n);
  for (const only of [withAll(nobody, [1, many]), withAll(nobody, [1, many, ...others])])
    for (const search of ['silva', 'lv'])
      for (const column of ['name', 'email'] as const) {
        const view = { ...wholeRoster, search, only, sort: { column, reverse: true } };
        expect((await Array.fromAsync(orderedIds(fixture.read, view))).flat()).toEqual([many]);
        const counted = await countView(fixture.read, view, { selected: only, person_id: many });
        expect(counted).toMatchObject({ totals: { matching: 1, selectedMatching: 1 }, row: 0 });
      }
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
  const counted = await countView(fixture.read, view, ask);
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
    );
    return counted?.totals.matching;
  };
  expect([await matching('qz'), await matching('an'), await matching('ex')]).toEqual([0, 1, 2]);
  await fixture.close();
});
