import { beforeAll, describe, expect, test } from 'vitest';
import { makeHome, peopleCsv } from './run.ts';

const { roster, spawn, ok, home } = makeHome();

beforeAll(async () => {
  await ok('init --account Acme --licenses 5');
  await ok('people import -', { input: peopleCsv(3) });
});

test('an empty page is not taken for an empty roster', async () => {
  expect((await roster('list')).stderr).toBe('No users yet. Add some: roster add EMAIL --role ROLE\n');
  await ok('add p0@acme.example --role Agent');
  for (const args of ['list --limit 0', 'list --offset 5', 'list --role Admin'])
    expect({ args, ...(await roster(args)) }).toMatchObject({ args, code: 0, stderr: 'No user matches.\n' });
  expect((await roster('people list --offset 5')).stderr).toBe('Nobody matches.\n');
  expect((await roster('history --offset 5')).stderr).toBe('No change matches.\n');
  expect((await roster('history p2@acme.example')).stderr).toBe('No changes yet.\n');
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
  expect(await told('--role sUPERVISOR')).toBe('Make 1 user Supervisor');
  expect(await told('--set status_name=ready')).toBe('Make 1 user Ready');
  expect(await told('--set user_access=INACTIVE')).toBe('Make 1 user inactive');
  expect(await told('--add-queue "billing (BOTH)"')).toBe('Put 1 user into Billing (both)');
  expect(await told('--remove-queue BILLING')).toBe('Take 1 user out of Billing');
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
