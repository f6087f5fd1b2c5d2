import { expect, it } from 'vitest';
import { press, pretend } from './pretend.ts';

const users = 60;

/** The roster when some keys were pressed, and when more were. */
function pressed(keys: readonly string[], more: readonly string[]) {
  const before = press(pretend(users, { columns: 120, rows: 30 }), users, ...keys);
  return { before: before.app.roster, after: press(before, users, ...more).app.roster };
}

it('reads and counts nobody anew where a search keeps its words', () => {
  const { before, after } = pressed(['/', 'a'], ['space']);
  expect([before.view.search, after.view.search]).toEqual(['a', 'a ']);
  expect(after.rows).toBe(before.rows);
  expect(after.totals).toBe(before.totals);
});

it('reads the rows of other words', () => {
  const { before, after } = pressed(['/', 'a'], ['space', 'b']);
  expect(after.rows).not.toBe(before.rows);
});
