import { expect, it } from 'vitest';
import { type App, withRoster } from '../../source/app/state.ts';
import { linesOf } from './drawn.tsx';
import { type Pretended, press, pretend } from './pretend.ts';

function empty(account: Partial<App['account']>): Pretended {
  const start = pretend(0);
  const app = withRoster(start.app, { totals: { users: 0, matching: 0, selectedMatching: 0 } });
  return { ...start, app: { ...app, latestSet: 0, account: { ...app.account, ...account } } };
}

const pool = (total: number) => ({
  package_name: 'essentials' as const,
  total,
  used: 0,
  exceeded_since: null,
});
const people = 'Bring the people of the account   roster people import FILE.csv';
const licenses = 'Say how many licenses there are   roster account set --licenses NUMBER';
const users = 'Give them a license and a role    roster add EMAIL --role Agent';
const demo = 'Look around a made-up account     roster demo';

it.each([
  [
    { hasPeople: false, pools: [pool(0)] },
    [
      'No people, no licenses and no contact center users yet.',
      '',
      `1  ${people}`,
      `2  ${licenses}`,
      `3  ${users}`,
    ],
  ],
  [
    { hasPeople: false, pools: [pool(9)] },
    ['No people and no contact center users yet.', '', `1  ${people}`, `2  ${users}`],
  ],
  [
    { hasPeople: true, pools: [] },
    ['No licenses and no contact center users yet.', '', `1  ${licenses}`, `2  ${users}`],
  ],
])('an empty roster says what is missing, in order: %j', (account, said) => {
  const lines = linesOf(empty(account).app).map(line => line.trim());
  const at = lines.indexOf(said[0]!);
  expect(lines.slice(at, at + said.length + 2)).toEqual([...said, '', demo]);
});

it('hints at nothing that does nothing where nobody is, and where nobody matches', () => {
  const without = empty({ hasPeople: false, pools: [] });
  expect(linesOf(without.app).at(-1)).toBe(' l licenses  c columns  ? all keys');
  expect(linesOf(empty({ hasPeople: true }).app).at(-1)).toBe(' a add  l licenses  c columns  ? all keys');
  for (const key of ['/', 'f', 's', 'S', 'r'])
    expect(press(without, 0, key).app.toast?.text).toBe('There are no users yet.');
  for (const key of ['u', 'h'])
    expect(press(without, 0, key).app.toast?.text).toBe('Nothing was changed yet.');
  const nobody = press(pretend(500), 500, '/', 'z', 'z', 'z', 'enter');
  expect(linesOf(nobody.app).at(-1)).not.toMatch(
    /select|edit|remove|open|menu|range|sort|copy|\ball\b(?! keys)/,
  );
  expect(linesOf(nobody.app).at(-1)).toMatch(/ a add .*\/ search {2}f queue {2}s status/);
  const counted = withRoster(nobody.app, { totals: { users: 500, matching: 0, selectedMatching: 0 } });
  expect(linesOf(counted).join('\n')).toMatch(/^ 0 of 500 users$/m);
});
