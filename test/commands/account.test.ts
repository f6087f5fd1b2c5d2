import Database from 'better-sqlite3';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Program, startProgram } from '../terminal/driver.ts';
import { emails, makeHome, peopleCsv } from './run.ts';

const { roster, ok, env, database } = makeHome();
const programs: Program[] = [];

beforeAll(async () => {
  await ok('init --account Acme --licenses 5 --licenses premium=1');
  await ok('people import -', { input: peopleCsv(4) });
  await ok('queue add Billing');
  await ok('add - --role Agent', { input: emails(4) });
  await ok('edit p0@acme.example --add-queue Billing');
});

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

test('the account shows plan, license model and pools with their use', async () => {
  expect(await ok('account')).toBe(
    'Acme\nPlan: Business\nLicenses: named: every user holds a license\n\n' +
      'Package     In use  Licenses  Free\nessentials  4       5         1\npremium     0       1         1\nelite       0       0         0\n',
  );
  expect(await ok('account --format csv')).toBe(
    '\uFEFFpackage_name,used,total,exceeded_since,grace_until,excess\r\nessentials,4,5,,,0\r\npremium,0,1,,,0\r\nelite,0,0,,,0\r\n',
  );
});

test('it is changed as one change set; more in use than bought is said, not refused', async () => {
  expect(await ok('account set --name "Acme Two" --plan pro --licenses 3 --licenses premium=2')).toBe(
    'Change the account: name, plan, licenses: done, change set 4\n' +
      'essentials: 4 of 3 licenses in use, 1 too many. Nobody loses theirs, but nobody can be added until there are enough.\n',
  );
  expect(await ok('account')).toContain('essentials: 1 license missing.');
  expect(await roster('account set')).toMatchObject({ code: 2 });
  expect(await roster('account set --plan basic')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Basic does not include Contact Center'),
  });
  await ok('undo');
  expect(JSON.parse(await ok('account --format json'))).toMatchObject({
    account_name: 'Acme',
    plan: 'business',
  });
});

test('a concurrent pool that is exceeded shows since when, and the 30 minutes of grace', async () => {
  await ok('account set --license-model concurrent --licenses 1');
  await ok('edit p0@acme.example p1@acme.example --presence Ready');
  const shown = JSON.parse(await ok('account --format json')).licenses[0];
  expect(shown).toMatchObject({ used: 2, total: 1, excess: 1, overdue: false });
  expect(Date.parse(shown.grace_until) - Date.parse(shown.exceeded_since)).toBe(30 * 60_000);
  expect(await ok('account')).toMatch(
    /essentials: 1 license missing since 20\d\d-\d\d-\d\d \d\d:\d\d; grace until 20\d\d-\d\d-\d\d \d\d:\d\d\./,
  );
  await ok('edit p1@acme.example --presence Offline');
  expect(JSON.parse(await ok('account --format json')).licenses[0]).toMatchObject({ exceeded_since: null });
  // That it was over stays known (domain rule 4).
  const { overages } = JSON.parse(await ok('account --usage --format json')).usage;
  const [{ change_set_id, since, until, ...overage }] = overages;
  expect(overages).toHaveLength(1);
  expect(overage).toEqual({ package_name: 'essentials', most: 2, licenses: 1, billed: false });
  expect(Date.parse(since)).toBeLessThanOrEqual(Date.parse(until));
  expect(await ok(`history --show ${change_set_id}`)).toMatch(/Presence +Offline +Ready/);
  expect(await ok('account --usage --format csv')).toContain(
    `\r\noverage,${since},essentials,2,${until},1,${change_set_id}\r\n`,
  );
  expect(await ok('account --usage')).toMatch(
    new RegExp(`essentials  20[-\\d: ]{14}  20[-\\d: ]{14}  2 of 1  no +change set ${change_set_id}\n`),
  );
});

test('usage is told by package, role and queue, with the peaks of the last day', async () => {
  const { usage } = JSON.parse(await ok('account --usage --format json'));
  expect(usage.packages).toEqual([{ package_name: 'essentials', users: 4, signed_in: 1 }]);
  expect(usage.roles).toContainEqual({ role_name: 'Agent', users: 4 });
  expect(usage.queues).toEqual([{ queue_name: 'Billing', users: 1 }]);
  const peaks = usage.signed_in_peaks.filter(
    (peak: { package_name: string }) => peak.package_name === 'essentials',
  );
  expect(peaks).toHaveLength(24);
  expect(Math.max(...peaks.map((peak: { peak: number | null }) => peak.peak ?? 0))).toBe(2);
  const text = await ok('account --usage');
  expect(text).toMatch(/Queue +Users\nBilling +1\n/);
  expect(text).toMatch(/by hour of the last day\nHour +essentials +premium\n20\d\d-\d\d-\d\d \d\d:00 +\d/);
  expect(text).not.toMatch(/[▁-█]/);
  expect(await ok('account --usage --format csv')).toContain('\r\nqueue,Billing,,1,,,\r\n');
});

test('on a terminal the peaks are a chart', async () => {
  const program = startProgram(['account', '--usage'], { env, rows: 40 });
  programs.push(program);
  const screen = await program.waitFor(/ of 1 at \d\d:00/);
  expect(screen).toMatch(/essentials +[▁-█]+ +2 of 1 at/);
});

test('on a terminal removing shows what happens and asks; only yes removes', async () => {
  const remove = () => {
    const program = startProgram(['queue', 'remove', 'billing'], { env });
    programs.push(program);
    return program;
  };
  const no = remove();
  const screen = await no.waitFor('Remove the queue Billing? y/N');
  expect(screen).toContain('Billing is in use by 1 user; they are taken out of it.');
  no.type('\r');
  expect(await no.exit()).toMatchObject({ code: 1 });
  expect(await ok('queue list')).toContain('Billing');
  const yes = remove();
  await yes.waitFor('y/N');
  yes.type('y\r');
  expect(await yes.exit()).toMatchObject({ code: 0 });
  expect(await roster('queue list')).toMatchObject({
    stdout: '',
    stderr: 'No queues yet: roster queue add NAME\n',
  });
});

test('of very many times over a pool the newest are listed, and it is said how many more there are', async () => {
  const connection = new Database(database);
  connection.exec(`insert into license_overages (package_name, since, until, most, total)
    select 'premium', printf('2025-01-01T%02d:%02d:00.000Z', value / 60 % 24, value % 60), '2025-02-01T00:00:00.000Z', 2, 1
    from (with recursive n (value) as (select 1 union all select value + 1 from n where value < 12000) select value from n)`);
  connection.close();
  const all = 12_001;
  const { stdout, stderr } = await roster('account --usage --format json');
  const { overages, overages_not_listed } = JSON.parse(stdout).usage;
  expect([overages.length, overages_not_listed]).toEqual([10_000, all - 10_000]);
  const said = `The newest 10,000 times over a pool are listed; ${(all - 10_000).toLocaleString('en')} older not.\n`;
  expect(stderr).toContain(said);
  expect((await roster('account --usage --format csv')).stderr).toContain(said);
});
