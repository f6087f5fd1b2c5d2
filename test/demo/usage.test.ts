import { beforeAll, expect, it } from 'vitest';
import { readAccount } from '../../db/catalog/account.ts';
import { readCatalog } from '../../db/catalog/catalog.ts';
import { openRoster } from '../../db/open.ts';
import { peaksOfLastDay } from '../../db/users/usage.ts';
import { readEdits } from '../../source/roster/users/edit-settings.ts';
import { demo } from './fixture.ts';

const watchedAt = new Date('2027-03-01T15:20:00.000Z');
let path: string;

beforeAll(async () => {
  path = await demo(200, { watchedAt });
});

it('has a template for adding and two for changing, which can be used', async () => {
  const roster = await openRoster(path);
  const facts = { catalog: await readCatalog(roster.read), account: await readAccount(roster.read) };
  const { templates } = facts.catalog;
  expect(templates.map(({ type }) => type).sort()).toEqual(['add', 'update', 'update']);
  for (const { edits } of templates) expect(readEdits(edits, facts).problems).toEqual([]);
  await roster.close();
});

it('tells how many were signed in during each hour of the last day, up to those who are now', async () => {
  const roster = await openRoster(path);
  const peaks = (await peaksOfLastDay(roster.read, watchedAt)).filter(
    ({ package_name }) => package_name === 'essentials',
  );
  const { users, signed } = await roster.read
    .selectFrom('users')
    .select(eb => [
      eb.fn.countAll<number>().as('users'),
      eb.fn.sum<number>(eb.case().when('status_name', '!=', 'Offline').then(1).else(0).end()).as('signed'),
    ])
    .where('package_name', '=', 'essentials')
    .executeTakeFirstOrThrow();
  expect(peaks).toHaveLength(24);
  for (const { peak } of peaks) {
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThanOrEqual(users);
  }
  expect(peaks.at(-1)?.peak).toBe(signed);
  await roster.close();
});
