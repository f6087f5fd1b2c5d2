import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pulledChange, type RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { agent, billing, licensed, sales, spanish, supervisor, unlicensed } from './build.ts';

const queue = (one: typeof billing | typeof sales) => ({
  ...one,
  user_assignment_type: 'agent' as const,
  opted_in: true,
});

/** What both sides may say of a user. */
const settings = fc.record({
  role: fc.constantFrom(agent, supervisor),
  user_access: fc.constantFrom('active' as const, 'inactive' as const),
  country_iso_code: fc.constantFrom(null, 'DE', 'JP'),
  max_agent_load: fc.constantFrom(null, 1, 2),
  queues: fc.subarray([queue(billing), queue(sales)]),
  skills: fc.subarray([{ ...spanish, level: 3 }]),
});

type Name = keyof RemoteSettings;
const names: Name[] = ['role', 'user_access', 'country_iso_code', 'max_agent_load', 'queues', 'skills'];
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

test('each field is what one side made of it, and where both made something else it stays as it is here', () => {
  fc.assert(
    fc.property(settings, settings, settings, (base, mine, theirs) => {
      const { person, user } = licensed(1, mine);
      const { change, clashes, base: said } = pulledChange({ person, user, base, theirs });
      for (const name of names) {
        const [was, here, there] = [
          base[name as keyof typeof base],
          mine[name as keyof typeof mine],
          theirs[name as keyof typeof theirs],
        ];
        const after = change?.fields[name] ? change.fields[name]?.after : here;
        const isClash = !same(was, here) && !same(was, there) && !same(here, there);
        expect(clashes.includes(name)).toBe(isClash);
        const wanted = isClash || same(was, there) ? here : there;
        // An empty list and none are the same.
        expect(after ?? []).toEqual(wanted ?? []);
        expect(said?.[name]).toEqual(isClash ? was : there);
      }
    }),
  );
});

test('read again it finds nothing new', () => {
  fc.assert(
    fc.property(settings, settings, settings, (base, mine, theirs) => {
      const { person, user } = licensed(1, mine);
      const first = pulledChange({ person, user, base, theirs });
      const after = Object.fromEntries(
        Object.entries(first.change?.fields ?? {}).map(([name, { after }]) => [name, after]),
      );
      const next = licensed(1, { ...mine, ...after } as typeof mine);
      const second = pulledChange({ person, user: next.user, base: first.base, theirs });
      expect(second).toEqual({ ...first, change: null });
    }),
  );
});

test('what the account never said is the account’s from its first word on', () => {
  const { person, user } = licensed(1, { role: agent });
  const { change, clashes } = pulledChange({ person, user, base: null, theirs: { role: supervisor } });
  expect(change?.fields).toEqual({ role: { before: agent, after: supervisor } });
  expect(clashes).toEqual([]);
});

test('whom it never spoke of and who has no license here is added; who was removed here stays so', () => {
  const { person } = unlicensed(1);
  const theirs = { role: agent, user_access: 'active' as const };
  expect(pulledChange({ person, user: null, base: null, theirs }).change).toMatchObject({
    action: 'add',
    fields: { role: { before: null, after: agent } },
  });
  expect(pulledChange({ person, user: null, base: theirs, theirs: { role: supervisor } }).change).toBe(null);
  // Of whom it tells no role: with the next reading.
  const first = pulledChange({ person, user: null, base: null, theirs: { user_access: 'active' } });
  expect(first).toMatchObject({ change: null, base: null });
});

test('of what the account did not say before, what was given here since is not overwritten', () => {
  fc.assert(
    fc.property(settings, settings, settings, ({ queues: _, skills: __, ...base }, mine, theirs) => {
      const { person, user } = licensed(1, mine);
      const { change, clashes } = pulledChange({ person, user, base, theirs });
      for (const name of ['queues', 'skills'] as const) {
        const isGivenHere = mine[name].length > 0;
        expect(clashes.includes(name)).toBe(isGivenHere && !same(mine[name], theirs[name]));
        if (!isGivenHere) expect(change?.fields[name]?.after ?? []).toEqual(theirs[name]);
      }
    }),
  );
});
