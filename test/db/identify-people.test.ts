import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type IncomingPerson, importBatch } from '../../db/people/people.ts';
import { userVersion } from '../../db/sqlite/schema/migrations.ts';
import { makeRoster, openFixture } from './fixture.ts';
import { makeVersionOne } from './version-one.ts';

const at = (name: string) => `${name}@corp.example`;
const row = (id: string | null, name: string, more: Partial<IncomingPerson> = {}): IncomingPerson => ({
  ...(id !== null && { id: { kind: 'id', value: id } }),
  user_email: at(name),
  ...more,
});

/** A roster of people with ids of a directory, and what imports make of it. */
async function directory(...people: IncomingPerson[]) {
  const fixture = await openFixture(await makeRoster([]));
  /** Gives the rows in batches of this many, then those that had to wait. */
  const load = async (rows: readonly IncomingPerson[], size = 100) => {
    const moved = new Set<number>();
    const all = { renamed: [] as unknown[], refused: [] as string[], added: 0 };
    const waiting: IncomingPerson[] = [];
    const give = async (part: readonly IncomingPerson[], last: boolean) => {
      const write = fixture.roster.write().transaction();
      const done = await write.execute(trx => importBatch(trx, part, { moved, last, write: true }));
      all.renamed.push(...done.renamed);
      all.refused.push(...done.refused.map(({ person, code }) => `${person.user_email} ${code}`));
      all.added += done.counts.added;
      waiting.push(...done.waiting);
    };
    for (let from = 0; from < rows.length; from += size) await give(rows.slice(from, from + size), false);
    await give(waiting.splice(0), true);
    return all;
  };
  const people_ = async () => {
    const rows = await fixture.read.selectFrom('people').select(['person_id', 'user_email']).execute();
    return Object.fromEntries(rows.map(({ person_id, user_email }) => [person_id, user_email.split('@')[0]]));
  };
  await load(people);
  return { ...fixture, load, people: people_ };
}

it('the same id with a new address is the same person, with license and settings', async () => {
  const { load, people, add, carryOut, read, close } = await directory(
    row('x1', 'noor', { first_name: 'Noor' }),
  );
  await add(at('noor'));
  expect(await load([row('x1', 'noor.haddad')])).toEqual({
    renamed: [{ before: at('noor'), after: at('noor.haddad') }],
    refused: [],
    added: 0,
  });
  expect(await people()).toEqual({ 1: 'noor.haddad' });
  // Found, planned and removed under the new address.
  const { search_key } = await read.selectFrom('user_search').select('search_key').executeTakeFirstOrThrow();
  expect(search_key).toContain(at('noor.haddad'));
  const set = await carryOut({ kind: 'remove' }, { emails: [at('noor.haddad')] });
  expect(set.changes).toHaveLength(1);
  await close();
});

it('our own id is known, too, unless the file is of another roster', async () => {
  const own = (value: string, name: string, more: Partial<IncomingPerson>) => ({
    ...row(null, name, more),
    id: { kind: 'userid', value },
  });
  const { load, people, read, close } = await directory(
    row(null, 'noor', { first_name: 'Noor', last_name: 'Haddad' }),
  );
  const { user_id } = await read.selectFrom('people').select('user_id').executeTakeFirstOrThrow();
  await load([own(user_id, 'noor.okafor', { first_name: 'Noor', last_name: 'Okafor' })]);
  expect(await people()).toEqual({ 1: 'noor.okafor' });
  const other = await load([own(user_id, 'zed', { first_name: 'Zed', last_name: 'Ng' })]);
  expect(other.refused).toEqual([`${at('zed')} other_person`]);
  expect(await people()).toEqual({ 1: 'noor.okafor' });
  expect(await read.selectFrom('directory_ids').selectAll().execute()).toEqual([]);
  await close();
});

it('whoever was known by the address only is known by the id from then on', async () => {
  const { load, people, close } = await directory(row(null, 'noor'));
  await load([row('x1', 'noor')]);
  await load([row('x1', 'noor.haddad')]);
  expect(await people()).toEqual({ 1: 'noor.haddad' });
  // Ids of another directory say nothing of these.
  await load([{ ...row(null, 'noor.haddad'), id: { kind: 'objectguid', value: 'g' } }]);
  await load([{ ...row(null, 'noor'), id: { kind: 'objectguid', value: 'g' } }]);
  expect(await people()).toEqual({ 1: 'noor' });
  await close();
});

it.each([1, 2, 100])(
  'addresses go round and down a row, and a newcomer gets a free one: in parts of %i',
  async size => {
    const { load, people, close } = await directory(...['a', 'b', 'c', 'd'].map(name => row(name, name)));
    const { refused, added } = await load(
      [row('new', 'd'), row('a', 'b'), row('b', 'a'), row('c', 'd2'), row('d', 'c')],
      size,
    );
    expect({ refused, added }).toEqual({ refused: [], added: 1 });
    expect(await people()).toEqual({ 1: 'b', 2: 'a', 3: 'd2', 4: 'c', 5: 'd' });
    await close();
  },
);

it('an address that somebody else keeps is refused, and nobody loses theirs', async () => {
  const { load, people, close } = await directory(row('a', 'a'), row('b', 'b'), row('c', 'c'));
  const { refused } = await load([row('a', 'b'), row('c', 'a')]);
  expect(refused).toEqual([`${at('b')} address_taken`, `${at('a')} address_taken`]);
  expect(await people()).toEqual({ 1: 'a', 2: 'b', 3: 'c' });
  await close();
});

it('an id that is new at an address that stays goes by the address', async () => {
  const { load, people, close } = await directory(row('a', 'a'));
  expect(await load([row('a2', 'a')])).toEqual({ renamed: [], refused: [], added: 0 });
  await load([row('a2', 'a.new')]);
  expect(await people()).toEqual({ 1: 'a.new' });
  await close();
});

it('whatever the order and the parts, everybody gets the address that the file says', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const property = fc.asyncProperty(
    fc.shuffledSubarray([...names, 'f', 'g'], { minLength: 5, maxLength: 5 }),
    fc.shuffledSubarray(names, { minLength: 5 }),
    fc.integer({ min: 1, max: 6 }),
    async (targets, order, size) => {
      const { load, people, close } = await directory(...names.map(name => row(name, name)));
      const wanted = new Map(names.map((name, index) => [name, targets[index]!]));
      const { refused } = await load(
        order.map(name => row(name, wanted.get(name)!)),
        size,
      );
      expect(refused).toEqual([]);
      expect(Object.values(await people())).toEqual(targets);
      await close();
    },
  );
  await fc.assert(property, { numRuns: 15 });
});

it('who an operator is follows their address', async () => {
  const { load, roster, read, close } = await directory(row('a', 'a'), row('b', 'b'));
  await roster
    .write()
    .updateTable('operators')
    .set({ user_email_key: at('a') })
    .execute();
  await load([row('a', 'b'), row('b', 'a')]);
  expect(await read.selectFrom('operators').select('user_email_key').execute()).toEqual([
    { user_email_key: at('b') },
  ]);
  await close();
});

it('a roster of version 1 keeps its people, and learns their ids', async () => {
  const path = await makeRoster([row(null, 'noor')]);
  await makeVersionOne(path);
  const fixture = await openFixture(path);
  expect(await userVersion(fixture.read)).toBeGreaterThan(1);
  const write = fixture.roster.write().transaction();
  await write.execute(trx =>
    importBatch(trx, [row('x', 'noor')], { moved: new Set(), last: true, write: true }),
  );
  expect(await fixture.read.selectFrom('directory_ids').selectAll().execute()).toEqual([
    { kind: 'id', directory_id: 'x', person_id: 1 },
  ]);
  await fixture.close();
});

it.each<[string, Partial<IncomingPerson>, Partial<IncomingPerson>, boolean]>([
  [
    'a new last name',
    { first_name: 'Noor', last_name: 'Haddad' },
    { first_name: 'Noor', last_name: 'Okafor' },
    true,
  ],
  ['names in the other order', { first_name: 'Li', last_name: 'Wei' }, { display_name: 'Wei Li' }, true],
  ['other letters', { display_name: 'José Müller' }, { first_name: 'JOSE' }, true],
  ['no names', { first_name: 'Noor' }, {}, true],
  ['all names', { first_name: 'Ana', last_name: 'Silva' }, { first_name: 'Zoe', last_name: 'Adler' }, false],
  [
    'all but the company',
    { display_name: 'Silva, Ana (Acme)' },
    { display_name: 'Adler, Zoe (Acme)' },
    false,
  ],
  ['all but an initial', { display_name: 'Ana J. Silva' }, { display_name: 'Zoe J. Adler' }, false],
])('an id at a new address with %s', async (_, before, after, same) => {
  const { load, people, close } = await directory(row('x', 'one', before));
  const { refused } = await load([row('x', 'two', after)]);
  expect(refused).toEqual(same ? [] : [`${at('two')} other_person`]);
  expect(await people()).toEqual({ 1: same ? 'two' : 'one' });
  await close();
});
