import { describe, expect, it } from 'vitest';
import { type IncomingPerson, upsertPeople } from '../../db/people/people.ts';
import { type PeopleQuery, peoplePages } from '../../db/people/people-list.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { rowsOf } from '../../db/users/rows.ts';
import { makeRoster, openFixture, somePeople } from './fixture.ts';

async function listPeople(db: Db, query: PeopleQuery) {
  return (await Array.fromAsync(peoplePages(db, query))).flat();
}

async function importing(...people: IncomingPerson[]) {
  const fixture = await openFixture(await makeRoster());
  const load = (list: readonly IncomingPerson[]) =>
    fixture.roster
      .write()
      .transaction()
      .execute(trx => upsertPeople(trx, list));
  return { ...fixture, load, counts: await load(people) };
}

describe('importing people', () => {
  it('adds, updates and never doubles', async () => {
    const { load, counts, read, close } = await importing(
      { user_email: 'ANA.SILVA@acme.example', department: 'Billing' },
      { user_email: 'fresh@acme.example' },
    );
    expect(counts).toEqual({ added: 1, updated: 1, unchanged: 0 });
    expect(await load(somePeople.slice(1))).toEqual({ added: 0, updated: 0, unchanged: 6 });
    expect(await listPeople(read, {})).toHaveLength(somePeople.length + 1);
    await close();
  });

  it('tells people apart whose e-mails differ in an accent only', async () => {
    const { counts, read, close } = await importing(
      { user_email: 'josé@acme.example' },
      { user_email: 'jose@acme.example' },
    );
    expect(counts.added).toBe(2);
    expect(await listPeople(read, { search: 'jose' })).toHaveLength(2);
    await close();
  });

  it('leaves what the file does not tell, clears what it clears, and minds no other columns', async () => {
    const ana = { user_email: 'ana.silva@acme.example', department: '', line: 7 };
    const { counts, read, close } = await importing(ana);
    expect(counts.updated).toBe(1);
    expect((await listPeople(read, { search: 'ana.silva' }))[0]).toMatchObject({
      first_name: 'Ana',
      department: '',
      account_status: 'active',
    });
    await close();
  });

  it('composes a display name where none is given, and keeps it in step with the names', async () => {
    const { load, read, close } = await importing({ user_email: 'x.y@acme.example' });
    const name = async (search: string) => (await listPeople(read, { search }))[0]?.display_name;
    expect(await name('x.y')).toBe('x.y');
    await load([{ user_email: 'bruno@acme.example', last_name: 'Souza' }]);
    expect(await name('bruno')).toBe('Bruno Souza');
    await load([{ user_email: 'bruno@acme.example', display_name: 'Bru' }]);
    await load([{ user_email: 'bruno@acme.example', last_name: 'Silva' }]);
    expect(await name('bruno')).toBe('Bru');
    await load([{ user_email: 'bruno@acme.example', display_name: '' }]);
    expect(await name('bruno')).toBe('Bruno Silva');
    await close();
  });

  it('takes the roster along: a renamed user is shown and found under the new name', async () => {
    const { load, add, carryOut, read, close } = await importing();
    await add('ana.silva@acme.example');
    await load([{ user_email: 'Ana.Silva@acme.example', last_name: 'Ångström', department: 'Légal' }]);
    expect((await rowsOf(read, [1]))[0]).toMatchObject({
      name: 'Ana Ångström',
      email: 'Ana.Silva@acme.example',
      department: 'Légal',
    });
    const { search_key } = await read
      .selectFrom('user_search')
      .select('search_key')
      .executeTakeFirstOrThrow();
    expect(search_key).toBe('ana angstrom\nana.silva@acme.example\nlegal');
    await carryOut({ kind: 'remove' }, { emails: ['ANA.SILVA@ACME.EXAMPLE '] });
    await close();
  });

  it('lists who has a license and who has not, a part at a time', async () => {
    const { add, read, close } = await importing();
    await add('bruno@acme.example');
    const people = await listPeople(read, {});
    expect(people.filter(person => person.licensed).map(person => person.user_email)).toEqual([
      'bruno@acme.example',
    ]);
    expect(await listPeople(read, { limit: 2, offset: 1 })).toEqual(people.slice(1, 3));
    await close();
  });
});
