import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { kyselyOver } from '../../db/dialect.ts';
import { idsBetween, rosterWindow } from '../../db/window.ts';
import { sortColumns, type View, wholeRoster } from '../../source/roster/view.ts';
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
async function plansFor(view: View): Promise<string[]> {
  const connection = new Database(path, { readonly: true });
  const asked = new Set<string>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    asked.add(text);
    return prepare(text);
  }) as typeof connection.prepare;
  const db = kyselyOver(connection);
  for (const anchor of ['first', 'last', 20] as const)
    for (const delta of [0, 5, -5])
      await rosterWindow(db, view, { anchor, delta, cursorLine: 10, height: 20, ifGone: 'next' });
  await idsBetween(db, view, 3, 90);
  const ordered = [...asked].filter(text => /^select.* from "users" where .* order by/.test(text));
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

describe('moving about at typing speed', () => {
  it.each(orders)('by $column, reverse: $reverse, reads rows in order from its index', async sort => {
    const plans = await plansFor({ ...wholeRoster, sort });
    expect(plans.length).toBeGreaterThanOrEqual(5);
    for (const plan of plans) {
      expect(plan).not.toContain('TEMP B-TREE');
      expect(plan).toMatch(new RegExp(`USING (COVERING INDEX users_by_${sort.column}|INTEGER PRIMARY KEY)`));
    }
  });

  it('sorts no rows while somebody searches', async () => {
    for (const sort of orders)
      for (const plan of await plansFor({ ...wholeRoster, search: 'silva', sort }))
        expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each([
    ['role', { role: { id: 3, name: 'Agent' } }],
    ['status', { status: 'inactive' as const }],
    ['queue', { queue: { id: 1, name: 'Billing' } }],
  ])('sorts no rows in name order under the %s filter', async (_, filter) => {
    for (const plan of await plansFor({ ...wholeRoster, ...filter })) {
      expect(plan).not.toContain('TEMP B-TREE');
      expect(plan).toContain('USING');
    }
  });
});
