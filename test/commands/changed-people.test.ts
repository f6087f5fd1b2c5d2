import { userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
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
  const dry = await home.roster('people import - --dry-run', { input });
  const { stderr } = await home.roster('people import -', { input });
  const named = '1 user keeps the license though the account is inactive now: paul@corp.example.\n';
  const said = /^1 person left: remove them, free 1 essentials license: roster (.+)$/m;
  expect(dry.stderr).toContain(named);
  expect(dry.stderr).not.toMatch(said);
  expect(stderr).toContain(named);
  expect(stderr).toMatch(said);
  expect(await show('paul@corp.example')).toMatchObject({ role_name: 'Agent' });
  // Until they are removed each import says so.
  const again = await home.roster('people import -', { input });
  expect(again.stderr).not.toContain(named);
  expect(again.stderr).toMatch(said);
  const json = await home.ok(`${said.exec(stderr)?.[1]} --yes --format json`);
  expect(JSON.parse(json).changes).toMatchObject([{ user_email: 'paul@corp.example', action: 'remove' }]);
  expect(JSON.parse(await home.ok('list --format json'))).toHaveLength(1);
  expect((await home.roster('people import -', { input })).stderr).not.toMatch(said);
});

test('licenses are told by package; of those under the concurrent model only who is signed in frees one', async () => {
  await home.ok('account set --licenses premium=5');
  await home.ok('edit noor@corp.example --package premium');
  const input = first.replaceAll('True', 'False');
  const told = async () => (await home.roster('people import -', { input })).stderr;
  expect(await told()).toContain(
    '2 people left: remove them, free 1 essentials and 1 premium license: roster',
  );
  await home.ok('edit noor@corp.example --presence Ready');
  await home.ok('account set --license-model concurrent');
  expect(await told()).toContain('2 people left: remove them, free 1 premium license: roster');
  await home.ok('edit noor@corp.example --presence Offline');
  expect(await told()).toContain('2 people left: remove them: roster');
});

test('among many, it leaves out one’s own user and the last owner, and names them', async () => {
  const me = userInfo().username;
  const people = (enabled: string) =>
    `EmailAddress,GivenName,Surname,Enabled\n${['ada', 'ben', 'cem'].map(name => `${name}@corp.example,${name},X,${enabled}\n`).join('')}`;
  await home.ok('people import -', { input: people('True') });
  await home.ok('add ada@corp.example ben@corp.example cem@corp.example --role Agent');
  await home.ok(`operator edit "${me}" --email ada@corp.example`);
  const { stderr } = await home.roster('people import -', { input: people('False') });
  const [, command] = /: roster (remove .+)$/m.exec(stderr) ?? [];
  const you = "ada X can't be removed: that is you.";
  expect(await home.roster(`${command} --dry-run`)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(you),
  });
  const removed = await home.roster(`${command} --yes --format json`);
  expect(removed).toMatchObject({ code: 4, stderr: expect.stringContaining(you) });
  expect(JSON.parse(removed.stdout)).toMatchObject({
    changes: [{ user_email: 'ben@corp.example' }, { user_email: 'cem@corp.example' }],
    problems: [{ code: 'not_removable', value: 'ada X' }],
  });
  // Who is named, or is the only one, is refused as before.
  expect(await home.roster(`${command} --yes`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(you),
  });
  const both = await home.roster('remove ada@corp.example noor@corp.example --yes');
  expect(both).toMatchObject({ code: 1, stderr: expect.stringContaining(you) });
  // So does an edit that a filter chose.
  const edit = await home.roster('edit --where role=Agent --status inactive --yes');
  expect(edit).toMatchObject({
    code: 4,
    stderr: expect.stringContaining("ada X can't be made inactive: that is you"),
  });
  expect(JSON.parse(await home.ok('list --status active --format json'))).toMatchObject([
    { user_email: 'ada@corp.example' },
  ]);
});

test('where they are more than one change holds, the advice says so, and how to go on', async () => {
  const db = join(home.home, 'many.db');
  await home.ok(`demo --users 10500 --keep ${db}`);
  const connection = new Database(db);
  const one = connection.prepare('select user_email from people where licensed = 1').pluck().get();
  connection.prepare("update people set account_status = 'inactive' where user_email <> ?").run(one);
  connection.close();
  const input = `EmailAddress,Enabled\n${one},False\n`;
  const { stderr } = await home.roster(`people import - --db ${db}`, { input });
  const [, advice, command] =
    /^10,\d\d\d people left: .* licenses(, 10,000 at most at once, .*): roster (remove .+)$/m.exec(stderr) ??
    [];
  expect(advice).toContain('--where search=TEXT');
  expect((await home.roster(`${command} --yes`)).stderr).toMatch(/^10,\d\d\d users at once; .* Narrow /);
  expect(await home.ok(`${command} --where search=silva --yes`)).toMatch(
    /^Remove Ana Silva and \d+ others: done/,
  );
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
