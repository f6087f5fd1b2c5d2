import { beforeEach, expect, test } from 'vitest';
import { makeHome } from './run.ts';

let home: ReturnType<typeof makeHome>;
const first =
  'ObjectGUID,EmailAddress,GivenName,Surname,Enabled\ng1,noor@corp.example,Noor,Haddad,True\ng2,paul@corp.example,Paul,Okafor,True\n';
beforeEach(async () => {
  home = makeHome();
  await home.ok('init --account Corp --licenses 10');
  await home.ok('queue add Billing --channel voice');
  await home.ok('people import -', { input: first });
  await home.ok('add noor@corp.example paul@corp.example --role Agent');
  await home.ok('edit noor@corp.example --add-queue Billing');
});

const show = async (email: string) => JSON.parse(await home.ok(`show ${email} --format json`));

test('a changed address stays with the person, their license and settings; the import says so', async () => {
  const before = await show('noor@corp.example');
  const input = first.replace('noor@corp.example', 'noor.okafor@corp.example');
  const dry = await home.roster('people import - --dry-run', { input });
  const { code, stdout, stderr } = await home.roster('people import -', { input });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '2 people: 1 updated, 1 unchanged\n' });
  expect(stderr).toContain(
    '1 person has a new address, and license and settings as before: noor@corp.example → noor.okafor@corp.example.\n',
  );
  expect(dry).toEqual({ code, stdout, signal: null, stderr: `${stderr}Nothing was written (--dry-run).\n` });
  const after = await show('noor.okafor@corp.example');
  expect(after).toEqual({ ...before, user_email: 'noor.okafor@corp.example' });
  expect(JSON.parse(await home.ok('people list --format json'))).toHaveLength(2);
  expect((await home.roster('show noor@corp.example')).code).toBe(1);
  expect(await home.ok('history noor.okafor@corp.example')).toContain('Add');
});

test('our own list of people knows them, too', async () => {
  const list = (await home.ok('people list --format csv')).replace(
    'paul@corp.example',
    'p.okafor@corp.example',
  );
  expect(await home.ok('people import -', { input: list })).toBe('2 people: 1 updated, 1 unchanged\n');
  expect(await show('p.okafor@corp.example')).toMatchObject({ role_name: 'Agent' });
});

test('whose account was made inactive is named, and the command that is named removes them in one change', async () => {
  const input = first.replace('Okafor,True', 'Okafor,False');
  const { stderr } = await home.roster('people import -', { input });
  const said =
    /^1 user keeps the license though the account is inactive now: paul@corp\.example\. .*: roster (.+)$/m;
  expect(stderr).toMatch(said);
  expect(await show('paul@corp.example')).toMatchObject({ role_name: 'Agent' });
  const again = await home.roster('people import -', { input });
  expect(again.stderr).not.toMatch(said);
  const json = await home.ok(`${said.exec(stderr)?.[1]} --yes --format json`);
  expect(JSON.parse(json).changes).toMatchObject([{ user_email: 'paul@corp.example', action: 'remove' }]);
  expect(JSON.parse(await home.ok('list --format json'))).toHaveLength(1);
});

test('an address that somebody else keeps is refused, with its line; strictly, nothing is written', async () => {
  const input = 'ObjectGUID,EmailAddress\ng1,paul@corp.example\ng9,zed@corp.example\n';
  const strict = await home.roster('people import - --strict', { input });
  expect(strict).toMatchObject({ code: 1, stdout: '2 people: 1 refused\n' });
  const { code, stdout, stderr } = await home.roster('people import -', { input });
  expect({ code, stdout }).toEqual({ code: 4, stdout: '2 people: 1 added, 1 refused\n' });
  expect(stderr).toContain('line 2: "paul@corp.example" is the address of somebody else in the account');
  expect(await show('noor@corp.example')).toMatchObject({ role_name: 'Agent' });
});

test('--where person takes the status of the account only', async () => {
  expect(await home.roster('remove --where person=gone --yes')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('An account is active, inactive, pending, not "gone".'),
  });
  expect(JSON.parse(await home.ok('export --where person=active --format json'))).toHaveLength(2);
});
