import { expect, test } from 'vitest';
import { makeHome, peopleCsv } from './run.ts';

const { roster, ok } = makeHome();

const people = '  roster people import FILE.csv          Bring the people of the account\n';
const licenses = '  roster account set --licenses NUMBER   Say how many licenses there are\n';
const users = 'Give them a license and a role\n';

test('an account says what it lacks before it has users, in order, until it has', async () => {
  await ok('init --account Acme');
  const all = `No people, no licenses and no contact center users yet. In this order:\n${people}${licenses}  roster add EMAIL --role Agent          ${users}`;
  const asked = ['list', 'list --status active', 'people list', 'people list --search ana'];
  for (const args of asked) expect({ args, ...(await roster(args)) }).toMatchObject({ code: 0, stderr: all });
  expect(await roster('add ana@acme.example --role Agent')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: all,
  });
  const csv = { input: 'user_email,role_name\nana@acme.example,Agent\n' };
  for (const args of ['import -', 'add --from -'])
    expect({ args, ...(await roster(args, csv)) }).toMatchObject({ code: 1, stderr: all });
  const refused = await roster('add ana@acme.example --role Agent --format json');
  expect(JSON.parse(refused.stdout)).toMatchObject({ kind: 'add', problems: [{ code: 'no_people' }] });
  expect((await roster('list --quiet')).stderr).toBe('');

  await ok('people import -', { input: peopleCsv(2) });
  const steps = (await roster('list')).stderr;
  expect(steps).toMatch(
    /^No licenses and no contact center users yet\. In this order:\n {2}roster account set/,
  );
  await ok('account set --licenses 5');
  expect((await roster('list')).stderr).toBe('No contact center users yet: roster add EMAIL --role Agent\n');
  await ok('add p0@acme.example --role Agent');
  expect((await roster('list')).stderr).toBe('1 user.\n');
});
