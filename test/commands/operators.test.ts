import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { emails, makeHome, peopleCsv, program } from './run.ts';

const me = userInfo().username;

async function makeRoster() {
  const home = makeHome();
  await home.ok('init --account Acme --licenses 5');
  await home.ok('people import -', { input: peopleCsv(2) });
  await home.ok('add - --role Agent', { input: emails(2) });
  return home;
}

test('an operator may do what their role lets them, and is told whom to ask', async () => {
  const { roster, ok, database } = await makeRoster();
  const connection = new Database(database);
  const become = (role: string) =>
    connection
      .prepare(
        'update operators set is_owner = 0, role_id = (select role_id from roles where role_key = ?) where login = ?',
      )
      .run(role, me);
  connection
    .prepare(
      "insert into operators (operator_name, role_id, is_owner, login) values ('Olga Owner', 1, 1, 'olga')",
    )
    .run();
  become('supervisor');
  expect(await ok('list')).toContain('Ana Silva');
  expect(await ok('show p0@acme.example')).not.toContain('Last changes');
  const forbidden: Record<string, string> = {
    'remove p0@acme.example --yes':
      'change the roster: the role Supervisor lacks UserManagement:Edit. Ask Olga Owner.',
    'edit p0@acme.example --role Agent --dry-run': 'lacks UserManagement:Edit',
    'queue add Sales': 'lacks UserManagement:Edit',
    'people import -': 'lacks UserManagement:Edit',
    undo: 'lacks UserManagement:Edit',
    history: 'read the history: the role Supervisor lacks RptContactCenterOperationLog:Read',
  };
  for (const [args, message] of Object.entries(forbidden)) {
    const { code, stdout, stderr } = await roster(args);
    expect({ args, code, stdout }).toEqual({ args, code: 3, stdout: '' });
    expect(stderr).toContain(message);
  }
  become('agent');
  expect(await roster('list')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('look at the roster'),
  });
  connection.prepare("update operators set login = 'other' where login = ?").run(me);
  expect(await roster('list', { env: { USER: 'olga', LOGNAME: 'olga' } })).toMatchObject({
    code: 3,
    stdout: '',
    stderr: `${me} is no operator of this roster. Ask Olga Owner for access.\n`,
  });
  connection.close();
});

const nobody = ['setpriv', '--reuid=65534', '--clear-groups', process.execPath, program] as const;

function canBeNobody(): boolean {
  try {
    execFileSync(nobody[0], [...nobody.slice(1), '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test.skipIf(!canBeNobody())('whoever runs it is known by the effective user id', async () => {
  const { spawn, database, home } = await makeRoster();
  for (const path of [home, dirname(dirname(database)), dirname(database)]) chmodSync(path, 0o777);
  chmodSync(database, 0o666);
  const { code, stdout, stderr } = await spawn('list', { command: nobody, env: { USER: me, LOGNAME: me } });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^(nobody|user id 65534) is no operator of this roster\. Ask \S+ for access\.\n$/);
  chmodSync(database, 0o600);
  const hidden = await spawn('list', { command: nobody });
  expect(hidden).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringMatching(
      new RegExp(
        `^(nobody|user id 65534) may not open ${database}, which belongs to ${me}\\. Ask ${me} for access\\.\n$`,
      ),
    ),
  });
});
