import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { countSteps, readSteps } from '../../db/account/pushes.ts';
import { refusedLast } from '../../db/account/refused.ts';
import { countLeavers, leaversByPackage } from '../../db/people/leavers.ts';
import { type Db, kyselyOver } from '../../db/sqlite/dialect.ts';
import { countOf, idsOf } from '../../db/users/pages.ts';
import { idsBetween, rosterWindow } from '../../db/users/window.ts';
import { sortColumns, type View, wholeRoster } from '../../source/roster/screen/view.ts';
import { crowd, license } from './crowd.ts';
import { makeRoster, openFixture } from './fixture.ts';

let path: string;

beforeAll(async () => {
  const people = crowd(200);
  path = await makeRoster(people);
  const fixture = await openFixture(path);
  await license(fixture, people);
  await fixture.close();
});

/** How SQLite goes about each ordered query on users that showing a window, or a range, of the view asks. */
function plansFor(view: View): Promise<string[]> {
  return plansOf(async db => {
    for (const anchor of ['first', 'last', 20] as const)
      for (const delta of [0, 5, -5])
        await rosterWindow(db, view, {
          anchor,
          delta,
          cursorLine: 10,
          height: 20,
          ifGone: 'next',
          anchorRow: null,
        });
    for await (const _ of idsBetween(db, view, [3, 90]));
  });
}

async function plansOf(ask: (db: Db) => Promise<unknown>): Promise<string[]> {
  const connection = new Database(path, { readonly: true });
  const asked = new Set<string>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    asked.add(text);
    return prepare(text);
  }) as typeof connection.prepare;
  const db = kyselyOver(connection);
  await ask(db);
  const ordered = [...asked].filter(text =>
    /(from|join) "?(user_search|people|users|user_trigrams|queue_listing|push_\w+)/.test(text),
  );
  const plans = ordered.map(text =>
    prepare(`explain query plan ${text}`)
      .all(...Array.from({ length: text.split('?').length - 1 }, () => 1))
      .map(row => (row as { detail: string }).detail)
      .join('; '),
  );
  await db.destroy();
  return plans;
}

const orders = sortColumns.flatMap(column => [
  { column, reverse: false },
  { column, reverse: true },
]);

/** Reads a list from one end to the other, or sorts what it found of one. */
const slow = /TEMP B-TREE FOR ORDER BY|SCAN (s|l|users|people|user_search|queue_listing)\b(?! USING)/;

describe('moving about at typing speed', () => {
  it.each(orders)('by $column, reverse: $reverse, reads rows in order from an index', async sort => {
    const plans = await plansFor({ ...wholeRoster, sort });
    expect(plans.length).toBeGreaterThanOrEqual(3);
    for (const plan of plans) expect(plan).not.toMatch(slow);
  });

  it.each(orders.filter(({ column }) => column !== 'email'))(
    'by $column, reverse: $reverse, sorts no rows while somebody searches',
    async sort => {
      const plans = await plansFor({ ...wholeRoster, search: 'silva', sort });
      if (sort.column === 'name') expect(plans.some(plan => plan.includes('VIRTUAL TABLE INDEX'))).toBe(true);
      for (const plan of plans) expect(plan).not.toMatch(slow);
    },
  );

  it.each([
    ['role', { role: { id: 3, name: 'Agent' } }, 'user_search_by_role (role_id=? AND rowid>? AND rowid<?)'],
    [
      'inactive',
      { status: 'inactive' as const },
      'user_search_by_access (is_active=? AND rowid>? AND rowid<?)',
    ],
    ['active', { status: 'active' as const }, 'SEARCH s USING INTEGER PRIMARY KEY'],
    ['queue', { queue: { id: 1, name: 'Billing' } }, 'PRIMARY KEY (queue_id=? AND is_active=?'],
  ])('sorts no rows in name order under the %s filter', async (_, filter, index) => {
    const plans = await plansFor({ ...wholeRoster, ...filter });
    expect(plans.some(plan => plan.includes(index))).toBe(true);
    for (const plan of plans) expect(plan).not.toMatch(slow);
  });

  it.each([
    ['role', 'user_search_by_role (role_id=? AND rowid>? AND rowid<?)'],
    ['status', 'user_search_by_access (is_active=? AND rowid>? AND rowid<?)'],
    ['presence', 'user_search_by_presence (presence=? AND rowid>? AND rowid<?)'],
  ] as const)('reads whoever is not like most from the index by %s, in its order', async (column, index) => {
    const plans = await plansFor({ ...wholeRoster, sort: { column, reverse: true } });
    expect(plans.some(plan => plan.includes(index))).toBe(true);
  });
});

it.each(['premium', 'elite'] as const)(
  'who has %s is read from the index by package, in the order of names',
  async name => {
    const filters = [{ field: 'package', name }] as const;
    const index = 'users_by_package (package_name=?';
    for (const ask of [(db: Db) => idsOf(db, filters, 10), (db: Db) => countOf(db, filters)]) {
      const plans = await plansOf(ask);
      expect(plans.join('\n')).toContain(index);
      for (const plan of plans) expect(plan).not.toMatch(slow);
    }
  },
);

it('whose account is inactive is found by an index, among them alone', async () => {
  const filters = [{ field: 'person', status: 'inactive' }] as const;
  for (const ask of [
    (db: Db) => idsOf(db, filters, 10),
    (db: Db) => countOf(db, filters),
    countLeavers,
    leaversByPackage,
  ]) {
    const plans = await plansOf(ask);
    expect(plans).not.toEqual([]);
    for (const plan of plans) {
      expect(plan).toContain('licensed_by_status (account_status=?)');
      expect(plan).not.toMatch(/SCAN (p|s|u|users|people|user_search)\b/);
    }
  }
});

it('whom the account refused last is found by an index, among all whom it ever refused', async () => {
  const plans = await plansOf(db => refusedLast(db, [1, 2, 3]));
  expect(plans.join()).toContain('push_refusals_of_person (person_id=?)');
  expect(plans.join()).toContain('changes_of_person (person_id=? AND change_set_id>?)');
});

it('the next call of a change set is found at once, and how many there are without reading them', async () => {
  const [next] = await plansOf(db => readSteps(db, 1, ['waiting'], 1));
  expect(next).toContain('push_steps_of_set (change_set_id=? AND state=?)');
  expect(next).not.toContain('TEMP B-TREE');
  const [counts] = await plansOf(db => countSteps(db, 1));
  expect(counts).toContain('COVERING INDEX push_steps_of_set (change_set_id=?)');
});
