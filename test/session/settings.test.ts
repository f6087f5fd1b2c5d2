import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { initialApp } from '../../source/app/state.ts';
import type { Remembered } from '../../source/roster/screen/effects.ts';
import { openSettings, remembered } from '../../source/session/remembering/settings.ts';
import { temporaryFolder } from '../after-file.ts';

const screen: Remembered = {
  ...{ search: 'silva', queue: null, status: null, role: null, package: null },
  ...{ sort: { column: 'name', reverse: false }, columns: ['name'] },
};

async function kept(
  XDG_CONFIG_HOME: string,
  operator: string,
  search: string,
  roster = '/roster.db',
): Promise<void> {
  const settings = openSettings(operator, roster, { XDG_CONFIG_HOME });
  settings.remember({ ...screen, search });
  await settings.flush();
}

it('are each operator’s own, whatever they are called', async () => {
  const home = temporaryFolder();
  const names = [
    'maria',
    'Zoë.B-1',
    'Ana_B',
    'Ana/B',
    'Ana B',
    '席'.repeat(100),
    `${'席'.repeat(99)}尔`,
    '..',
  ];
  for (const name of names) await kept(home, name, name);
  for (const name of names)
    expect(openSettings(name, '/roster.db', { XDG_CONFIG_HOME: home }).read().screen?.search).toBe(name);
  const files = readdirSync(join(home, 'roster'));
  expect(files).toHaveLength(names.length);
  expect(files).toEqual(expect.arrayContaining(['maria.json', 'Zoë.B-1.json', 'Ana_B.json']));
});

it('are each roster’s own, but for how the screen is drawn', async () => {
  const home = temporaryFolder();
  const open = (roster: string) => openSettings('maria', roster, { XDG_CONFIG_HOME: home });
  const [one, two] = [open('/a.db'), open('/b.db')];
  one.remember({ ...screen, search: 'of a' });
  two.remember({ ...screen, search: 'of b' });
  one.draw({ marks: 'ascii', colors: '8', background: 'light' });
  await one.flush();
  await two.flush();
  expect(open('/a.db').read()).toMatchObject({ screen: { search: 'of a' }, marks: 'ascii' });
  expect(open('/b.db').read()).toMatchObject({ screen: { search: 'of b' }, marks: 'ascii' });
  expect(open('/c.db').read()).toMatchObject({ screen: undefined, marks: 'ascii' });
});

it('are not written again where the screen is as it was', async () => {
  const home = temporaryFolder();
  await kept(home, 'maria', 'silva');
  const settings = openSettings('maria', '/roster.db', { XDG_CONFIG_HOME: home });
  const file = join(home, 'roster', 'maria.json');
  rmSync(file);
  settings.remember({ ...screen, search: 'silva m' });
  settings.remember(screen);
  await settings.flush();
  expect(existsSync(file)).toBe(false);
  settings.remember({ ...screen, search: 'silva m' });
  await settings.flush();
  settings.remember(screen);
  await settings.flush();
  expect(openSettings('maria', '/roster.db', { XDG_CONFIG_HOME: home }).read().screen).toEqual(screen);
});

it.each([
  ['search', 'x'.repeat(2_001)],
  ['queue', 'x'.repeat(2_001)],
  ['role', 'x'.repeat(2_001)],
  ['columns', ['x'.repeat(2_001)]],
])('are not read where they are none: %s', async (name, value) => {
  const home = temporaryFolder();
  await kept(home, 'maria', 'silva');
  const file = join(home, 'roster', 'maria.json');
  const written = JSON.parse(readFileSync(file, 'utf8'));
  const [own = ''] = Object.keys(written.screens);
  written.screens[own] = { ...screen, [name]: value };
  writeFileSync(file, JSON.stringify({ ...written, marks: 'ascii' }));
  expect(openSettings('maria', '/roster.db', { XDG_CONFIG_HOME: home }).read()).toMatchObject({
    marks: 'ascii',
    screen: undefined,
  });
});

it('show each column once', () => {
  const viewer = {
    ...{ operator_name: 'maria', role_name: 'Admin', via: '' },
    ...{ is_owner: true, privileges: [] },
    ...{ mayEdit: true, mayReadHistory: true, confined: false },
  };
  const account = {
    account_name: 'Acme',
    hasPeople: true,
    leavers: 0,
    license_model: 'named' as const,
    pools: [],
    domain: null,
  };
  const columns = ['role', 'name', 'role', 'nothing', 'name'];
  const app = initialApp({ columns: 80, rows: 24 }, viewer, account, {}, { ...screen, columns });
  expect(app.roster.columns).toEqual(['role', 'name']);
});

it('of the screen are read from a file that knows no package yet', () => {
  const { package: _, ...earlier } = screen;
  expect(remembered.parse(earlier)).toEqual(screen);
});
