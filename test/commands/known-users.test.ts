import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeHome } from './run.ts';

// Domain rule 10: people are known by an id, then by the e-mail – in an import of users, too.

const header = 'Email,First Name,Last Name,ObjectGUID';
const people = (ana: string) =>
  `${header}\n${ana},Ana,Silva,g-ana\nbruno@acme.example,Bruno,Costa,g-bruno\nchen@acme.example,Chen,Wei,g-chen\n`;

let home: ReturnType<typeof makeHome>;
beforeEach(async () => {
  home = makeHome();
  await home.ok('init --account Acme --licenses 9');
  await home.ok('people import -', { input: people('ana@acme.example') });
  await home.ok('add ana@acme.example bruno@acme.example --role Agent');
});

const roleOf = async (email: string) =>
  (JSON.parse(await home.ok(`show ${email} --format json`)) as { role_name: string }).role_name;
const users = (csv: string, more = '') => home.roster(`import - --yes ${more}`, { input: csv });

test('an export is imported again after an address has changed', async () => {
  const exported = (await home.ok('export')).replace('Agent', 'Supervisor');
  await home.ok('people import -', { input: people('ana.silva@acme.example') });
  const result = join(home.home, 'result.csv');
  const { code, stdout, stderr } = await users(exported, `--result ${result}`);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('Import: change Ana Silva (role): done');
  expect(stdout).toContain(
    'Known by the id, as the address is another by now: ana@acme.example → ana.silva@acme.example.',
  );
  expect(await roleOf('ana.silva@acme.example')).toBe('Supervisor');
  expect(readFileSync(result, 'utf8')).toMatch(/ana@acme\.example,updated,2,/);
});

test('the id of a directory is known as well, and an address where it is new', async () => {
  await home.ok('people import -', { input: people('ana.silva@acme.example') });
  const rows = 'ana@acme.example,Supervisor,g-ana\nchen@acme.example,Agent,g-unknown\n';
  expect(await users(`user_email,role_name,ObjectGUID\n${rows}`)).toMatchObject({ code: 0 });
  expect(await roleOf('ana.silva@acme.example')).toBe('Supervisor');
  expect(await roleOf('chen@acme.example')).toBe('Agent');
});

test('an id and an address of two people are refused, and so is the same person twice', async () => {
  const two = await users('user_email,role_name,ObjectGUID\nbruno@acme.example,Supervisor,g-ana\n');
  expect(two.code).toBe(1);
  expect(two.stderr).toContain(
    'line 2, user_email: The id g-ana is that of Ana Silva, and bruno@acme.example that of Bruno Costa.',
  );
  await home.ok('people import -', { input: people('ana.silva@acme.example') });
  const rows = 'ana@acme.example,Supervisor,g-ana\nana.silva@acme.example,Agent,\n';
  const twice = await users(`user_email,role_name,ObjectGUID\n${rows}`);
  expect(twice.code).toBe(1);
  expect(twice.stderr).toContain('line 3, user_email: ana.silva@acme.example is on line 2 already.');
});

test('ids of another roster are no ids of this one: the address counts', async () => {
  const [{ user_id }] = JSON.parse(await home.ok('people list --format json')) as [{ user_id: string }];
  const csv = `user_id,user_email,first_name,last_name,role_name\n${user_id},bruno@acme.example,Bruno,Costa,Supervisor\n`;
  expect(await users(csv)).toMatchObject({ code: 0 });
  expect([await roleOf('ana@acme.example'), await roleOf('bruno@acme.example')]).toEqual([
    'Agent',
    'Supervisor',
  ]);
});
