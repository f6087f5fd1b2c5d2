import { beforeAll, describe, expect, test } from 'vitest';
import { makeHome, peopleCsv } from './run.ts';

const { roster, spawn, ok, home } = makeHome();

beforeAll(async () => {
  await ok('init --account Acme --licenses 5');
  await ok('people import -', { input: peopleCsv(3) });
});

test('an empty page is not taken for an empty roster', async () => {
  expect((await roster('list')).stderr).toBe('No contact center users yet: roster add EMAIL --role Agent\n');
  await ok('add p0@acme.example --role Agent');
  const said = async (args: string) => {
    const { code, stdout, stderr } = await roster(args);
    expect({ args, code, stdout }).toEqual({ args, code: 0, stdout: '' });
    return stderr;
  };
  for (const args of ['list --limit 0', 'list --offset 5', 'list --role Agent --offset 5'])
    expect(await said(args)).toBe('Nobody is on that page; 1 user in all.\n');
  expect(await said('list --role Admin --role Supervisor --search silva --status active')).toBe(
    'Nobody matches search "silva", status "active", role "Admin" or "Supervisor"; 1 user in all.\n',
  );
  expect(await said('people list --offset 5')).toBe('Nobody is on that page.\n');
  expect(await said('people list --search nobody')).toBe('Nobody matches search "nobody".\n');
  expect(await said('history --offset 5')).toBe('No change is on that page.\n');
  expect(await said('history p2@acme.example')).toBe('No changes of p2@acme.example yet.\n');
});

test('roster add names what it takes instead of e-mails', async () => {
  expect((await roster('add --role Agent')).stderr).toMatch(/^Say whom: e-mails, or --from FILE\.\n/);
});

test('roster show has times as the operator reads them, JSON in UTC', async () => {
  const inTokyo = async (args: string) => (await spawn(args, { env: { TZ: 'Asia/Tokyo' } })).stdout;
  const { added_at } = JSON.parse(await inTokyo('show p0@acme.example --format json'));
  const local = new Date(new Date(added_at).getTime() + 9 * 3_600_000).toISOString();
  const shown = `${local.slice(0, 10)} ${local.slice(11, 16)}`;
  const table = await inTokyo('show p0@acme.example');
  expect(table).toMatch(new RegExp(`^Added +${shown}$`, 'm'));
  expect(table).toMatch(new RegExp(`^Changed +${shown} by .+, change set 1$`, 'm'));
});

test('a set undone already is refused for that alone', async () => {
  await ok('add p1@acme.example --role Agent');
  const [{ id }] = JSON.parse(await ok('history --limit 1 --format json'));
  await ok('undo');
  const { code, stdout } = await roster(`undo ${id} --format json`);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).problems).toMatchObject([{ code: 'already_undone', value: String(id) }]);
});

test('history has the names that things have, however they were typed', async () => {
  await ok('queue add Billing');
  const told = async (args: string) => (await ok(`edit p0@acme.example ${args}`)).split(':')[0];
  expect(await told('--role sUPERVISOR')).toBe('Make Ana Silva Supervisor');
  expect(await told('--set status_name=ready')).toBe('Make Ana Silva Ready');
  expect(await told('--set user_access=INACTIVE')).toBe('Make Ana Silva inactive');
  expect(await told('--add-queue "billing (BOTH)"')).toBe('Put Ana Silva into Billing (both)');
  expect(await told('--remove-queue BILLING')).toBe('Take Ana Silva out of Billing');
});

test('a refused edit says nothing of users left as they are', async () => {
  const { code, stdout } = await roster('edit p0@acme.example --role Nope --format json');
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({
    code: 1,
    problems: [{ code: 'unknown_role' }],
    notices: [],
  });
});

describe('--db', () => {
  test('without a name is wrong usage, and not another database', async () => {
    for (const args of [
      ['list', '--db='],
      ['init', '--account', 'Acme', '--db='],
    ])
      expect(await roster(args.join(' '))).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^--db: a file has to be named\.\nHelp: /),
      });
  });

  test('may not be a folder', async () => {
    expect(await roster(`list --db ${home}`)).toMatchObject({
      code: 1,
      stderr: `Can't open ${home}: it is a folder. Name the file in it with --db FILE.\n`,
    });
  });
});
