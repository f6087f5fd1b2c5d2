import { userInfo } from 'node:os';
import Database from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailServer, makeHomes, type NotifyHome, names } from './notify-home.ts';

let home: NotifyHome;
let makeNext: () => NotifyHome;

beforeAll(async () => {
  makeNext = await makeHomes();
});

beforeEach(() => {
  home = makeNext();
});

describe('roster notify', () => {
  it('sends what waits and reports counts', async () => {
    await home.add();
    const { env, received } = await mailServer();
    expect(await home.roster('notify', { env })).toMatchObject({ code: 0, stdout: '3 sent\n', stderr: '' });
    expect(received.map(mail => mail.envelope.to[0]).sort()).toEqual(names);
    expect(await home.roster('notify', { env })).toMatchObject({ code: 0, stdout: '0 sent\n' });
    expect(JSON.parse(await home.ok('notify --format json', { env }))).toEqual({
      sent: 0,
      deferred: 0,
      failed: 0,
      unknown: 0,
      waiting: 0,
      trouble: null,
    });
    expect(received).toHaveLength(3);
  });

  it('without settings says what to set, and everything waits', async () => {
    await home.add();
    const { code, stdout, stderr } = await home.roster('notify');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^3 e-mails wait\. Set ROSTER_SMTP_URL .* and ROSTER_MAIL_FROM/);
    const list = await home.roster('notify --list');
    expect(list).toMatchObject({ code: 0, stderr: stderr });
    expect(list.stdout).toContain('p0@acme.example');
    expect((await home.listed()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
  });

  it('names what was refused, and keeps the password to itself', async () => {
    await home.add();
    const { env, port } = await mailServer({
      password: 'hunter2',
      onRecipient: address =>
        address === names[0]
          ? { code: 550, text: 'No such user' }
          : address === names[1]
            ? { code: 450, text: 'busy, hunter2' }
            : undefined,
    });
    const login = (password: string) => ({
      ...env,
      ROSTER_SMTP_URL: `smtp://u:${password}@127.0.0.1:${port}`,
    });
    const wrong = await home.roster('notify', { env: { ...login('hunter3'), ROSTER_DEBUG: '1' } });
    expect(wrong).toMatchObject({ code: 1, stdout: '0 sent; 3 e-mails wait\n' });
    expect(wrong.stderr).toContain('refuses the user or the password');
    const right = await home.roster('notify', { env: login('hunter2') });
    expect(right).toMatchObject({
      code: 1,
      stdout: '1 sent, 1 failed, 1 to be tried again; 1 e-mail waits\n',
    });
    expect(right.stderr).toContain('To p0@acme.example: refused: 550 No such user');
    expect(right.stderr).toContain('To p1@acme.example: later: 450 busy, ***');
    const everything = JSON.stringify([wrong, right, await home.listed('--all')]);
    expect(everything).not.toMatch(/hunter[23]/);
  });

  it('shows what would be sent', async () => {
    await home.add();
    const plain = await home.roster('notify --dry-run');
    expect(plain).toMatchObject({ code: 0, stderr: 'Nothing was sent (--dry-run).\n' });
    expect(plain.stdout).toContain(
      'To: p0@acme.example\nSubject: Your access to the contact center of Acme\n',
    );
    expect(plain.stdout).toContain('Hello Ana Silva,');
    const json = JSON.parse(await home.ok('notify --dry-run --format json')) as Record<string, string>[];
    expect(json.map(letter => letter.user_email)).toEqual(names);
    expect(json[2]?.text).toContain('Hello 美玲 席尔瓦,');
    expect((await home.listed()).every(({ state }) => state === 'waiting')).toBe(true);
  });

  it('needs the privilege to change the roster, but for looking', async () => {
    await home.add();
    const connection = new Database(home.database);
    connection
      .prepare(
        "insert into operators (operator_name, role_id, is_owner, login) values ('Olga', 1, 1, 'olga')",
      )
      .run();
    connection
      .prepare(
        "update operators set is_owner = 0, role_id = (select role_id from roles where role_key = 'supervisor') where login = ?",
      )
      .run(userInfo().username);
    connection.close();
    for (const args of ['notify', 'notify --dry-run', 'notify --retry abcd', 'notify --template default'])
      expect(await home.roster(args)).toMatchObject({ code: 3, stdout: '' });
    for (const args of ['notify --list', 'notify --show-template']) await home.ok(args);
  });
});
