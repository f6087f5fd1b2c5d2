import { userInfo } from 'node:os';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

const { roster, ok, file, database } = makeHome();
const me = userInfo().username;

/** Runs statements on the roster behind its back. */
function behind(statements: string): void {
  const connection = new Database(database);
  connection.exec(statements);
  connection.close();
}

beforeAll(async () => {
  await ok('init --account Acme --licenses 9');
  await ok('people import -', { input: peopleCsv(4) });
  await ok('add - --role Agent', { input: emails(3) });
  await ok('add p3@acme.example --role Admin');
  await ok('remove p3@acme.example --yes');
  await ok('operator add Olga --role Admin --owner --login olga');
  await ok('role add Planner --privilege UserManagement:Read --privilege UserManagement:Edit');
  behind(
    `update operators set is_owner = 0, role_id = (select role_id from roles where role_key = 'planner') where login = '${me}'`,
  );
});

test('a role with Read and Edit raises neither itself nor others (domain rule 1)', async () => {
  const rows = file('admins.csv', 'user_email,role_name\np0@acme.example,Admin\n');
  const words = file('words.txt', 'Subject: Hello\n\nWelcome.\n');
  const attempts = [
    ...[
      `operator edit ${me} --role Admin`,
      'operator add Eve --role Agent --login eve',
      `operator edit ${me} --owner`,
    ],
    ...['role add Own --privilege UserManagement:Read', 'role edit Planner --privilege AccountSettings:Edit'],
    ...['account set --licenses 99', 'queue add Sales', 'template add T --type add --set role_name=Agent'],
    ...['edit p0@acme.example --role Admin', `import ${rows} --yes`, 'undo 3', `notify --template ${words}`],
  ];
  for (const args of attempts) {
    const { code, stderr } = await roster(args);
    expect({ args, code, stderr }).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/may not .*Ask Olga/),
    });
  }
  expect(await ok('edit p0@acme.example --role Supervisor')).toContain('done');
  const restored = await roster(`restore ${database} --yes`);
  expect(restored).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('lacks RptContactCenterOperationLog:Read'),
  });
});

test('the plan of the account is looked at whenever something is changed', async () => {
  behind("update account set plan = 'basic'");
  for (const args of ['edit p0@acme.example --role Agent', 'people import -']) {
    const { code, stderr } = await roster(args, { input: peopleCsv(9) });
    expect({ args, code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("The account's plan is Basic"),
    });
  }
  behind(`update operators set is_owner = 1 where login = '${me}'`);
  await ok('account set --plan pro');
  await ok('edit p0@acme.example --role Agent');
});

test('check says which operators lost what, and how they get it back', async () => {
  behind(`insert into operators (operator_name, role_id, is_owner, login)
      select 'Carla', role_id, 0, 'carla' from roles where role_key = 'planner';
    insert into lost_privileges (operator_id, role_id, privilege)
      select operator_id, role_id, 'RoleManagement:Edit' from operators where login = 'carla'`);
  const back = 'role edit Planner --privilege RoleManagement:Edit';
  expect(await roster('check')).toMatchObject({
    code: 0,
    stderr: `Carla (Planner) lost what now takes RoleManagement:Edit. Whoever has them gives them back: roster ${back}\n`,
  });
  expect(JSON.parse(await ok('check --format json')).lost_privileges).toEqual([
    { operator_name: 'Carla', role_name: 'Planner', privileges: ['RoleManagement:Edit'] },
  ]);
  await ok(back);
  expect(await roster('check')).toMatchObject({ code: 0, stderr: '' });
});
