import { describe, expect, it } from 'vitest';
import { readFacts } from '../../db/changes/facts.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';

/** Lets an operator be this account user. */
async function is({ roster }: Fixture, operator_name: string, user_email_key: string | null) {
  const found = await roster.read
    .selectFrom('operators')
    .selectAll()
    .where('operator_name', '=', operator_name)
    .executeTakeFirst();
  const values = { operator_name, role_id: 1, is_owner: 1, login: operator_name, user_email_key };
  if (found)
    await roster
      .write()
      .updateTable('operators')
      .set({ user_email_key })
      .where('operator_name', '=', operator_name)
      .execute();
  else await roster.write().insertInto('operators').values(values).execute();
}

describe('the facts for a plan', () => {
  it('has a subject for each e-mail in the order asked, whatever its case', async () => {
    const fixture = await openFixture(await makeRoster());
    await fixture.add(bruno);
    const asked = { emails: [' Bruno@ACME.example', 'ghost@acme.example', ana] };
    const { subjects, catalog, operators, pools } = await readFacts(fixture.read, asked, fixture.operator);
    expect(
      subjects.map(({ asked, person, user }) => [asked, person?.user_email, user?.settings.role.name]),
    ).toEqual([
      ['Bruno@ACME.example', bruno, 'Agent'],
      ['ghost@acme.example', undefined, undefined],
      [ana, ana, undefined],
    ]);
    expect([catalog.roles.length, catalog.queues.length, pools.length]).toEqual([3, 3, 3]);
    expect(operators).toMatchObject([
      {
        operator_id: 1,
        operator_name: 'maria',
        is_owner: true,
        login: 'maria',
        role: { id: 1, name: 'Admin' },
      },
    ]);
    await fixture.close();
  });

  it('has a subject for each id', async () => {
    const fixture = await openFixture(await makeRoster());
    const { subjects } = await readFacts(fixture.read, { ids: [2, 999] }, fixture.operator);
    expect(subjects.map(({ asked, person }) => [asked, person?.person_id])).toEqual([
      [bruno, 2],
      ['person 999', undefined],
    ]);
    await fixture.close();
  });

  it('rule 1: an operator can’t remove themself', async () => {
    const fixture = await openFixture(await makeRoster());
    const operator = { ...fixture.operator, user_email_key: ana };
    const { notRemovable } = await readFacts(fixture.read, { emails: [ana, bruno] }, operator);
    expect([...notRemovable]).toEqual([[1, 'that is you']]);
    await fixture.close();
  });

  it('rule 1: nobody can remove the last owner, but one of several', async () => {
    const fixture = await openFixture(await makeRoster());
    await is(fixture, 'maria', bruno);
    const read = () => readFacts(fixture.read, { emails: [ana, bruno] }, fixture.operator);
    expect([...(await read()).notRemovable]).toEqual([[2, 'they are the last owner']]);
    await is(fixture, 'otto', null);
    expect([...(await read()).notRemovable]).toEqual([]);
    await fixture.close();
  });
});
