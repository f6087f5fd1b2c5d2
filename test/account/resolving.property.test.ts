import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { keepBases, readBases } from '../../db/account/bases.ts';
import { readClashes } from '../../db/account/clashes.ts';
import { noteRead, writeLink } from '../../db/account/link.ts';
import { changedHere } from '../../db/account/pending.ts';
import { waitingPushes } from '../../db/account/pushes.ts';
import { applyAndQueue } from '../../db/account/queue-push.ts';
import { keepRemoteIds } from '../../db/account/remote-things.ts';
import { readFacts } from '../../db/changes/facts.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import { readUsers } from '../../db/users/users.ts';
import type { Change } from '../../source/roster/plan/change-set.ts';
import { clashKey, type Side } from '../../source/roster/plan/clashes.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { clashLines, resolutionsOf } from '../../source/roster/pull/clash-lines.ts';
import { settledSettings } from '../../source/roster/pull/open-clashes.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { fieldChanges } from '../../source/roster/users/field-changes.ts';
import { partsOf } from '../../source/roster/users/parts.ts';
import type { FieldName, UserSettings } from '../../source/roster/users/user.ts';
import { type Fixture, makeRoster, openFixture } from '../db/fixture.ts';
import { agent, billing, sales, supervisor } from '../roster/build.ts';

/** Users whose both sides are anything, in the file of a real roster. */
let fixture: Fixture;
const emails = ['ana.silva@acme.example', 'bruno@acme.example', 'meiling@acme.example'];
let people: number[];

beforeAll(async () => {
  fixture = await openFixture(await makeRoster());
  people = (await fixture.add(...emails)).changes.map(({ person_id }) => person_id);
  const at = new Date().toISOString();
  await write(async trx => {
    await writeLink(trx, { remote_account_id: 'A', connected_at: at, connected_by: 'maria' });
    await noteRead(trx, at, { memberships: true });
    await keepRemoteIds(
      trx,
      [
        ...[agent, supervisor].map(({ id, name }) => ({
          of: 'role' as const,
          id,
          record: { role_name: name },
        })),
        ...[billing, sales].map(({ id, name, channel }) => ({
          of: 'queue' as const,
          id,
          record: { queue_name: name, description: '', channel },
        })),
      ].map(thing => ({ ...thing, remote_id: `${thing.of} ${thing.id}` })),
    );
  });
});

async function write(work: Parameters<ReturnType<typeof transaction>['execute']>[0]) {
  await transaction().execute(work);
}

function transaction() {
  return fixture.roster.write().transaction();
}

const member = (queue: typeof billing | typeof sales) =>
  fc.option(
    fc.constantFrom('agent' as const, 'supervisor' as const, 'both' as const).map(user_assignment_type => ({
      ...{ ...queue, user_assignment_type, opted_in: true },
    })),
  );

/** What a side says of a user. */
const settings = fc.record({
  role: fc.constantFrom(agent, supervisor),
  user_access: fc.constantFrom('active' as const, 'inactive' as const),
  country_iso_code: fc.constantFrom(null, 'DE', 'JP'),
  queues: fc.tuple(member(billing), member(sales)).map(list => list.filter(queue => queue !== null)),
});

const side = fc.constantFrom<Side>('theirs', 'mine');
const sides = fc.array(fc.record({ was: settings, mine: settings, theirs: settings }), {
  minLength: 3,
  maxLength: 3,
});

type Sides = { was: RemoteSettings; mine: RemoteSettings; theirs: RemoteSettings };

/** Brings each user to what is here, and the account to what it said before and has now. */
async function begin(all: readonly Sides[]) {
  const users = await readUsers(fixture.read, people);
  const changes = people.flatMap((person_id, index): Change[] => {
    const { settings: before, version, person } = users.get(person_id)!;
    const fields = fieldChanges(before, { ...before, ...all[index]!.mine });
    const { user_email } = person;
    const change = {
      person_id,
      user_email,
      user_name: user_email,
      action: 'update' as const,
      version,
      fields,
    };
    return Object.keys(fields).length > 0 ? [change] : [];
  });
  const set = { kind: 'edit' as const, summary: 'Edit', changes, catalog: [], licenses: [], notices: [] };
  if (changes.length > 0) expect(await fixture.apply({ ...set, problems: [] })).toMatchObject({ ok: true });
  await write(trx =>
    keepBases(
      trx,
      people.map((person_id, index) => ({
        ...{ person_id, settings: all[index]!.was, clashes: all[index]!.theirs },
        ...{
          profile_digest: null,
          memberships_digest: null,
          remote_id: String(person_id),
          isLevelDue: false,
        },
      })),
    ),
  );
}

function partText(field: FieldName, settings: RemoteSettings, key: unknown): string {
  return partsOf(field, settings as UserSettings).get(key)?.text ?? '';
}

test('once all is decided, either way, nothing clashes: it is here as chosen, and known of the account as that has it', async () => {
  await fc.assert(
    fc.asyncProperty(sides, fc.infiniteStream(side), async (all: readonly Sides[], choices) => {
      await begin(all);
      const clashing = await readClashes(fixture.read);
      const users = [...clashing.values()];
      const lines = clashLines(users).map(({ clash }) => clash);
      const chosen = lines.map(() => choices.next().value as Side);
      const resolutions = resolutionsOf(users, lines, chosen);
      const facts = await readFacts(fixture.read, { ids: [...clashing.keys()] }, fixture.operator);
      const changeSet = plan({ kind: 'resolve', resolutions, clashing }, facts);
      expect(changeSet.problems).toEqual([]);
      const at = new Date().toISOString();
      if (users.length > 0)
        expect(await applyAndQueue(fixture.roster.write(), changeSet, { ...fixture.by, at })).toMatchObject({
          ok: true,
        });
      expect(await readClashes(fixture.read)).toEqual(new Map());
      const now = await readUsers(fixture.read, people);
      const bases = await readBases(fixture.read, people);
      for (const [index, person_id] of people.entries()) {
        const { mine, theirs } = all[index]!;
        const here = now.get(person_id)!.settings;
        const own = clashing.get(person_id)?.clashes.map(({ field }) => field) ?? [];
        for (const field of Object.keys(mine) as FieldName[]) {
          const keys = new Set(
            [mine, theirs].flatMap(one => [...partsOf(field, one as UserSettings).keys()]),
          );
          for (const key of keys) {
            const item =
              partsOf(field, mine as UserSettings).get(key)?.item ??
              partsOf(field, theirs as UserSettings).get(key)?.item ??
              null;
            const line = lines.findIndex(one => clashKey(one) === clashKey({ field, item }));
            const wanted = own.includes(field) && chosen[line] === 'theirs' ? theirs : mine;
            expect(partText(field, here, key)).toBe(partText(field, wanted, key));
          }
        }
        for (const field of own) expect(bases.get(person_id)!.settings[field]).toEqual(theirs[field] ?? null);
        // What the account has otherwise is queued; a country can't be taken from somebody there.
        const waits = changedHere(here, settledSettings(bases.get(person_id)!)).filter(
          name => own.includes(name) && (name !== 'country_iso_code' || here[name] !== null),
        );
        if (waits.length > 0)
          expect((await waitingPushes(fixture.read)).at(-1)).toBe(now.get(person_id)!.version);
      }
    }),
    { numRuns: 60 },
  );
  expect((await checkRecords(fixture.read)).findings).toEqual([]);
});

test('nothing is written where the account has something else by now than was decided on', async () => {
  const [was, mine, theirs] = ['DE', 'JP', 'IS'].map(country_iso_code => ({ country_iso_code }));
  await begin(people.map(() => ({ was: was!, mine: mine!, theirs: theirs! })));
  const clashing = await readClashes(fixture.read);
  const users = [...clashing.values()];
  const lines = clashLines(users).map(({ clash }) => clash);
  expect(lines).toMatchObject([{ people, field: 'country_iso_code' }]);
  const resolutions = resolutionsOf(users, lines, ['theirs']);
  const facts = await readFacts(fixture.read, { ids: people }, fixture.operator);
  const changeSet = plan({ kind: 'resolve', resolutions, clashing }, facts);
  await begin(people.map(() => ({ was: was!, mine: mine!, theirs: { country_iso_code: 'FR' } })));
  const at = new Date().toISOString();
  const sets = await fixture.read.selectFrom('change_sets').selectAll().execute();
  expect(await applyAndQueue(fixture.roster.write(), changeSet, { ...fixture.by, at })).toEqual({
    ...{ ok: false, reason: 'stale', changed: people },
  });
  expect(await fixture.read.selectFrom('change_sets').selectAll().execute()).toEqual(sets);
  const again = plan({ kind: 'resolve', resolutions, clashing: await readClashes(fixture.read) }, facts);
  expect(again.problems).toMatchObject(people.map(person_id => ({ person_id, code: 'changed_meanwhile' })));
});
