import { afterEach, expect, it } from 'vitest';
import { candidatesNamed, unlicensedPeople } from '../../db/people/unlicensed.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

const opened: Fixture[] = [];

afterEach(async () => {
  for (const fixture of opened.splice(0)) await fixture.close();
});

async function fixture(people?: Parameters<typeof makeRoster>[0]) {
  const fixture = await openFixture(await makeRoster(people));
  opened.push(fixture);
  return fixture;
}

it('lists who has no license, by name, also those who can not be added', async () => {
  const { roster } = await fixture();
  const page = await unlicensedPeople(roster.read, { search: '', after: null, limit: 100 });
  expect(page).toMatchObject({ more: false, matching: 7 });
  const names = page.candidates.map(candidate => candidate.name);
  expect(names).toEqual([
    'Ana Silva',
    'Bruno da Silva',
    'Gone Away',
    'Jürgen Müller',
    'New Comer',
    'Zofia Łódzka',
    '席尔瓦 美玲',
  ]);
});

it('finds an e-mail with accents by what people type, as the roster does', async () => {
  const person = { user_email: 'josé.müller@acme.example', display_name: 'Help Desk' };
  const { read } = await fixture([person]);
  for (const search of ['jose.muller', 'JOSÉ', 'müller@acme'])
    expect(await unlicensedPeople(read, { search, after: null, limit: 5 })).toMatchObject({ matching: 1 });
});

it('finds by name, e-mail and department, without accents, and leaves users out', async () => {
  const { roster, planned, apply } = await fixture();
  const find = async (search: string) => {
    const page = await unlicensedPeople(roster.read, { search, after: null, limit: 100 });
    return page.candidates.map(candidate => candidate.email);
  };
  expect(await find('lodz')).toEqual(['zofia@acme.example']);
  expect(await find('silva bill')).toEqual(['ana.silva@acme.example']);
  const edits = [{ field: 'role', op: 'set', text: 'Agent' }] as const;
  const asked = { emails: ['ana.silva@acme.example'] };
  await apply(await planned({ kind: 'add', edits, template: null }, asked));
  expect(await find('silva')).toEqual(['bruno@acme.example']);
});

it('goes on behind the last one, and counts up to a thousand', async () => {
  const people = Array.from({ length: 1_200 }, (_, index) => ({
    user_email: `p${String(index).padStart(4, '0')}@acme.example`,
    first_name: `Person ${String(index).padStart(4, '0')}`,
  }));
  const { roster } = await fixture(people);
  const first = await unlicensedPeople(roster.read, { search: '', after: null, limit: 100 });
  expect(first).toMatchObject({ more: true, matching: 1_001 });
  const seen = new Set(first.candidates.map(candidate => candidate.person_id));
  let last = first.candidates.at(-1)!;
  for (let more = true; more; ) {
    const page = await unlicensedPeople(roster.read, { search: '', after: last, limit: 100 });
    for (const { person_id } of page.candidates) seen.add(person_id);
    last = page.candidates.at(-1)!;
    more = page.more;
  }
  expect(seen.size).toBe(1_200);
  const narrow = await unlicensedPeople(roster.read, { search: '00', after: null, limit: 10 });
  expect(narrow.matching).toBeGreaterThan(10);
  expect(narrow.matching).toBeLessThan(1_001);
});

it('finds people by id, by name', async () => {
  const { roster } = await fixture();
  const page = await unlicensedPeople(roster.read, { search: '', after: null, limit: 3 });
  const ids = page.candidates.map(candidate => candidate.person_id);
  expect(await candidatesNamed(roster.read, ids.toReversed())).toEqual(page.candidates);
});
