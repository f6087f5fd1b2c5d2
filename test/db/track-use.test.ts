import { beforeEach, describe, expect, it } from 'vitest';
import { readPools } from '../../db/catalog/account.ts';
import { applyChangeSet } from '../../db/changes/apply.ts';
import { readCatalogFacts } from '../../db/changes/catalog-facts.ts';
import { listChangeSets } from '../../db/history/change-sets.ts';
import { peaksOfLastDay, readUsage } from '../../db/users/usage.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { editing, setting } from '../roster/intents.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

const emails = ['ana.silva@acme.example', 'bruno@acme.example', 'meiling@acme.example'] as const;
let fixture: Fixture;

beforeEach(async () => {
  const path = await makeRoster(undefined, {
    license_model: 'concurrent',
    pools: { essentials: 1, premium: 2 },
  });
  fixture = await openFixture(path);
  await fixture.add(...emails);
  await fixture.roster.write().deleteFrom('signed_in_peaks').execute();
  return () => fixture.close();
});

/** Somebody's presence, set at a moment. */
async function presence(of: readonly string[], text: string, at: string): Promise<void> {
  const set = await fixture.planned(editing(setting({ status_name: text })), { emails: [...of] });
  expect(set.problems).toEqual([]);
  expect(await applyChangeSet(fixture.roster.write(), set, { ...fixture.by, at })).toMatchObject({
    ok: true,
  });
}

async function licenses(total: number, at: string): Promise<void> {
  const record = { licenses: { essentials: total } };
  const request = { action: 'edit' as const, of: 'account' as const, name: '', record };
  const set = plan(
    { kind: 'catalog', request },
    await readCatalogFacts(fixture.read, request, fixture.operator),
  );
  await applyChangeSet(fixture.roster.write(), set, { ...fixture.by, at });
}

async function exceededSince(): Promise<string | null> {
  const pools = await readPools(fixture.read, 'concurrent');
  return pools.find(({ package_name }) => package_name === 'essentials')!.exceeded_since;
}

describe('since when a pool is exceeded (domain rule 4)', () => {
  it('is kept from the moment that more are signed in than there are licenses until they no longer are', async () => {
    await presence(emails.slice(0, 1), 'Ready', '2026-11-23T07:00:00.000Z');
    expect(await exceededSince()).toBeNull();
    await presence(emails.slice(1, 2), 'Ready', '2026-11-23T07:10:00.000Z');
    expect(await exceededSince()).toBe('2026-11-23T07:10:00.000Z');
    await presence(emails.slice(2, 3), 'Occupied', '2026-11-23T07:20:00.000Z');
    expect(await exceededSince()).toBe('2026-11-23T07:10:00.000Z');
    await presence(emails.slice(0, 2), 'Offline', '2026-11-23T07:30:00.000Z');
    expect(await exceededSince()).toBeNull();
  });

  it('follows the licenses bought and the license model', async () => {
    await presence(emails, 'Ready', '2026-11-23T07:00:00.000Z');
    await licenses(3, '2026-11-23T07:05:00.000Z');
    expect(await exceededSince()).toBeNull();
    await licenses(2, '2026-11-23T07:06:00.000Z');
    expect(await exceededSince()).toBe('2026-11-23T07:06:00.000Z');
  });
});

describe('the times over a pool (domain rule 4)', () => {
  it('are kept: since when, until when, the most, and which change began it', async () => {
    const newest = async () => (await listChangeSets(fixture.read, { limit: 1 }))[0]!.id;
    await presence(emails.slice(0, 2), 'Ready', '2026-11-23T07:00:00.000Z');
    const first = await newest();
    await presence(emails.slice(2, 3), 'Ready', '2026-11-23T07:10:00.000Z');
    await presence(emails.slice(2, 3), 'Offline', '2026-11-23T07:20:00.000Z');
    await presence(emails.slice(1, 2), 'Offline', '2026-11-23T07:40:00.000Z');
    await licenses(0, '2026-11-23T08:00:00.000Z');
    const second = await newest();
    const { overages } = (await readUsage(fixture.read, new Date('2026-11-23T09:00:00.000Z'), 10))!;
    const essentials = { package_name: 'essentials' };
    expect(overages).toEqual([
      {
        ...essentials,
        since: '2026-11-23T08:00:00.000Z',
        until: null,
        most: 1,
        total: 0,
        change_set_id: second,
      },
      {
        ...{ ...essentials, since: '2026-11-23T07:00:00.000Z', until: '2026-11-23T07:40:00.000Z' },
        ...{ most: 3, total: 1, change_set_id: first },
      },
    ]);
  });

  it('are read no further than asked, and the others counted', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 7, minute)).toISOString();
    for (let minute = 0; minute < 14; minute++)
      await presence(emails.slice(0, 2), minute % 2 === 0 ? 'Ready' : 'Offline', at(minute));
    for (const most of [0, 3, 7, 8]) {
      const usage = (await readUsage(fixture.read, new Date(at(20)), most))!;
      const newest = [12, 10, 8, 6, 4, 2, 0].slice(0, most);
      expect(usage.overages.map(({ since }) => since)).toEqual(newest.map(at));
      expect(usage.overages_not_listed).toBe(7 - newest.length);
    }
  });

  it('end when who is signed in is made inactive', async () => {
    await presence(emails.slice(0, 2), 'Ready', '2026-11-23T07:00:00.000Z');
    const set = await fixture.planned(editing(setting({ user_access: 'inactive' })), { emails: [...emails] });
    expect(set.licenses).toMatchObject([{ package_name: 'essentials', before: 2, after: 0 }]);
    await applyChangeSet(fixture.roster.write(), set, { ...fixture.by, at: '2026-11-23T07:05:00.000Z' });
    expect(await exceededSince()).toBeNull();
  });
});

describe('the peaks of signed-in users', () => {
  const now = new Date('2026-11-23T10:30:00.000Z');
  const peaks = async () =>
    (await peaksOfLastDay(fixture.read, now))
      .filter(({ package_name }) => package_name === 'essentials')
      .map(({ peak }) => peak);

  it('are the most of each hour, also in hours without a change', async () => {
    await presence(emails, 'Ready', '2026-11-23T05:10:00.000Z');
    await presence(emails.slice(0, 2), 'Offline', '2026-11-23T05:20:00.000Z');
    await presence(emails.slice(2, 3), 'Offline', '2026-11-23T08:05:00.000Z');
    expect((await peaks()).slice(-7)).toEqual([null, 3, 1, 1, 1, 0, 0]);
    expect(await peaks()).toHaveLength(24);
  });

  it('know nothing before the first change', async () => {
    expect(await peaks()).toEqual(Array.from({ length: 24 }, () => null));
  });
});

it('the usage counts by package, role and queue', async () => {
  await presence(emails.slice(0, 2), 'Ready', '2026-11-23T05:10:00.000Z');
  const usage = (await readUsage(fixture.read, new Date('2026-11-23T05:30:00.000Z'), 10))!;
  expect(usage.packages).toEqual([{ package_name: 'essentials', users: 3, signed_in: 2 }]);
  expect(usage.roles).toContainEqual(expect.objectContaining({ name: 'Agent', users: 3 }));
  expect(usage.queues.map(({ users }) => users)).toEqual([0, 0, 0]);
  expect(usage.peaks.at(23)).toEqual({
    hour: '2026-11-23T05:00:00.000Z',
    package_name: 'essentials',
    peak: 2,
  });
});
