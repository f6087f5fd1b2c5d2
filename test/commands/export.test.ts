import { beforeAll, expect, test } from 'vitest';
import { makeDemoHome } from './demo-home.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
beforeAll(async () => {
  home = await makeDemoHome(400);
});

test('an export of everybody, or of some, is imported without a difference', async () => {
  const before = await home.state();
  for (const args of ['', ' --where queue=Chat --where status=active', ` ${home.users[0]}`]) {
    const csv = await home.ok(`export${args}`);
    const { stdout, stderr, code } = await home.roster('import -', { input: csv });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Nothing to change.\n' });
    const rows = csv.trimEnd().split('\r\n').length - 1;
    expect(stdout).toContain(`${rows} row${rows === 1 ? '' : 's'} without a change.`);
    expect(stdout).toContain('Not used: first_name, last_name, department, enable_user_level_recording, ');
  }
  expect(await home.state()).toBe(before);
});

test('what a spreadsheet would run is exported as text, and stays what it was', async () => {
  const [ana = '', bruno = ''] = home.users;
  await home.ok(`edit ${ana} --display-name "=HYPERLINK(1)"`);
  await home.ok(`edit ${bruno} --display-name "'=1" --client-integration-name "-2; x"`);
  const csv = await home.ok(`export ${ana} ${bruno}`);
  expect(csv).toContain(",'=HYPERLINK(1),");
  expect(csv).toContain(",''=1,");
  expect(csv).toContain(",'-2; x,");
  expect(await home.roster('import -', { input: csv })).toMatchObject({ stderr: 'Nothing to change.\n' });
});

test('one cell changed in a spreadsheet is one field changed', async () => {
  const [, , carla = ''] = home.users;
  await home.ok(`edit ${carla} --status active --presence Offline`);
  const csv = await home.ok(`export ${carla}`);
  await home.ok(`edit ${carla} --status inactive`);
  const set = JSON.parse((await home.roster('import - --format json', { input: csv })).stdout);
  expect(set.changes).toEqual([
    {
      user_email: carla,
      action: 'update',
      fields: { user_access: { before: 'inactive', after: 'active' } },
    },
  ]);
});

test('opting out goes out and comes in again', async () => {
  const [ana = ''] = home.users;
  const queues = async () => {
    const { queues } = JSON.parse(await home.ok(`show ${ana} --format json`));
    return queues.map((queue: { queue_name: string; opted_in: boolean }) => [
      queue.queue_name,
      queue.opted_in,
    ]);
  };
  await home.ok(`edit ${ana} --set "queues=Chat (supervisor)"`);
  await home.ok(`edit ${ana} --opt-out Chat`);
  const out = await home.ok(`export ${ana}`);
  expect(out).toContain(',"Chat (supervisor, opted out)",');
  await home.ok(`edit ${ana} --opt-in Chat`);
  expect(await home.ok(`export ${ana}`)).toContain(',Chat (supervisor),');
  await home.ok('import - --yes', { input: out });
  expect(await queues()).toEqual([['Chat', false]]);
  await home.ok('import - --yes', { input: out.replace('supervisor, opted out', 'both') });
  expect(await queues()).toEqual([['Chat', false]]);
  await home.ok('import - --yes', { input: out.replace('opted out', 'opted in') });
  expect(await queues()).toEqual([['Chat', true]]);
});
