import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { type OverSsh, setUpOverSsh } from './over-ssh.ts';
import { environmentOf, processesOf } from './processes.ts';
import { finished, whyNoSshd } from './sshd.ts';

const missing = whyNoSshd();

describe.skipIf(missing !== null)(missing === null ? 'over SSH' : `over SSH (not tried: ${missing})`, () => {
  let at: OverSsh;

  beforeAll(async () => {
    at = await setUpOverSsh();
  });

  afterEach(() => at.closeTerminals());

  afterAll(() => at?.remove());

  it('each key is its operator, and history says who, from where and by which key', async () => {
    const { fingerprints, ssh } = at;
    const [changed, refused] = await Promise.all([
      ssh('maria', 'queue add Billing'),
      ssh('sam', 'queue add Sales'),
    ]);
    expect(changed).toEqual({
      code: 0,
      stdout: expect.stringContaining('Add the queue Billing: done'),
      stderr: '',
    });
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain(
      'sam may not change the roster: the role Supervisor lacks UserManagement:Edit.',
    );
    const { stdout } = await ssh('maria', 'history --limit 1 --format json');
    expect(JSON.parse(stdout)).toMatchObject([
      { operator: 'maria', via: `ssh 127.0.0.1 ${fingerprints.maria}` },
    ]);
  });

  it('a key that nobody has is refused by sshd', async () => {
    const { host, keys, login } = at;
    keys.stranger = host.makeKey('stranger');
    expect(await login('stranger', 'list')).toMatchObject({ code: 255, stdout: '' });
  });

  it('a certificate for the account lets nobody in, whomever else the host trusts', async () => {
    const { host, keys, login } = at;
    keys.certified = host.makeKey('certified');
    const authority = join(host.folder, 'authority');
    const signing = ['-s', authority, '-I', 'anybody', '-n', host.account, `${keys.certified}.pub`];
    expect(await finished('ssh-keygen', ['-q', ...signing])).toMatchObject({ code: 0 });
    const certificate = ['-o', `CertificateFile=${keys.certified}-cert.pub`];
    expect(await login('certified', 'id', ...certificate)).toMatchObject({ code: 255, stdout: '' });
  });

  it('commands have their words, input, output and exit code as at the desk', async () => {
    const { ssh } = at;
    await ssh('maria', 'edit p1@acme.example --add-queue Billing');
    const listed = await ssh('maria', 'list --queue Billing --format json');
    expect(JSON.parse(listed.stdout)).toMatchObject([{ user_email: 'p1@acme.example' }]);
    expect((await ssh('maria', 'list --search "jürgen müller"')).stdout).toContain('p1@acme.example');
    const { stdout: csv } = await ssh('sam', 'export');
    expect(csv.split('\r\n')).toHaveLength(22);
    const renamed = csv.replace('p2@acme.example', 'P2@acme.example').replaceAll(',active,', ',inactive,');
    expect(await ssh('maria', 'import - --yes', renamed)).toMatchObject({ code: 0 });
    expect(
      (await ssh('maria', 'list --status inactive --format ndjson')).stdout.trim().split('\n'),
    ).toHaveLength(20);
    expect(await ssh('maria', 'undo')).toMatchObject({ code: 0 });
    expect(await ssh('maria', 'show nobody@acme.example')).toMatchObject({ code: 1 });
    expect(await ssh('maria', 'list --sort age')).toMatchObject({ code: 2 });
    expect(await ssh('maria', 'import -', 'user_email\n\0\n')).toMatchObject({ code: 1 });
    expect(await ssh('maria', '')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('needs a terminal'),
    });
  });

  it('the screen is the operator’s, without files, shell, agent or environment of theirs', async () => {
    const { host, sshd, keys, terminal } = at;
    const agent = spawn('ssh-agent', ['-D', '-a', join(host.folder, 'agent')], { stdio: 'ignore' });
    try {
      const names = ['ROSTER_DB', 'ROSTER_DEBUG', 'NODE_OPTIONS', 'SSH_ORIGINAL_COMMAND', 'LC_ROSTER'];
      const set = `SetEnv=${names.map(name => `${name}=x`).join(' ')}`;
      const client = sshd.client(keys.maria!, '-A', '-o', set);
      const p = terminal(client, undefined, { SSH_AUTH_SOCK: join(host.folder, 'agent') });
      await p.waitFor('? all keys');
      expect(p.row('Acme Support')).toContain('maria via ssh · Admin');
      const [pid] = [...processesOf(host.uid)].find(([, command]) => command.includes(' session ')) ?? [];
      const environment = Object.keys(environmentOf(pid!));
      expect(environment.filter(name => [...names, 'SSH_AUTH_SOCK'].includes(name))).toEqual(['LC_ROSTER']);
      for (const key of ['E', 'I']) {
        await p.press(key);
        await p.waitFor('Your files are on your side of SSH.');
        await p.press('j');
        await p.waitGone('Your files');
      }
      await p.press('Ctrl+Z');
      await p.waitFor('There is no shell here');
      p.type('\0');
      p.resize(80, 24);
      await p.waitFor(
        () =>
          p
            .screen()
            .split('\n')
            .every(line => line.length <= 80) && p.screen().includes('? all keys'),
      );
      p.resize(120, 40);
      await p.waitFor(shown => (shown.split('\n').at(39) ?? '').includes('? all keys'));
      await p.press('q');
      expect(await p.exit()).toMatchObject({ code: 0 });
      expect(p.alternate).toBe(false);
    } finally {
      agent.kill();
    }
  });

  it('what is kept for the next start is kept for each operator', async () => {
    const { sshd, keys, terminal } = at;
    const screen = async (who: string, shows: string) => {
      const p = terminal(sshd.client(keys[who]!));
      await p.waitFor(shown => shown.includes('? all keys') && shown.includes(shows));
      return p;
    };
    const leave = async (p: Program) => {
      await p.press('q');
      expect(await p.exit()).toMatchObject({ code: 0 });
    };
    const maria = await screen('maria', 'row 1 of 20');
    await maria.press('Space', 'Space');
    await maria.waitFor('2 selected');
    await leave(maria);
    const lena = await screen('lena', 'row 1 of 20');
    expect(lena.screen()).not.toContain('selected');
    await lena.press('Space');
    await lena.waitFor('1 selected');
    await leave(lena);
    await Promise.all([screen('maria', '2 selected'), screen('lena', '1 selected')]);
  });

  it('a connection that drops leaves no process, and half an input changes nothing', async () => {
    const { host, sshd, goal, keys, terminal, nothingRuns } = at;
    const client = sshd.client(keys.maria!);
    const p = terminal(client);
    const asking = terminal(client, 'remove p3@acme.example');
    await Promise.all([p.waitFor('? all keys'), asking.waitFor('y/N')]);
    const command = [...client, goal, '--', 'add - --role Agent'];
    const sending = spawn('ssh', command, { stdio: ['pipe', 'ignore', 'ignore'] });
    sending.stdin.write('p25@acme.example\n');
    const commands = () =>
      [...processesOf(host.uid).values()].filter(command => command.includes(' session '));
    while (commands().length < 3) await sleep(20);
    await sleep(300);
    p.kill('SIGKILL');
    asking.kill('SIGKILL');
    sending.kill('SIGKILL');
    await nothingRuns(2_000);
    expect(JSON.parse(host.local('list --format json'))).toHaveLength(20);
  });

  it('a command that waits to write does not write once its client is gone', async () => {
    const { host, sshd, goal, keys, nothingRuns } = at;
    const other = new Database(host.database);
    try {
      other.exec('begin immediate');
      const command = [...sshd.client(keys.maria!), goal, '--', 'queue add Late'];
      const waiting = spawn('ssh', command, { stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      waiting.stderr.setEncoding('utf8').on('data', text => {
        said += text;
      });
      while (!said.includes('Waiting for another program')) await sleep(20);
      waiting.kill('SIGINT');
      await nothingRuns(2_000);
    } finally {
      other.close();
    }
    expect(host.local('queue list')).not.toContain('Late');
  });

  it('a key that is taken back lets nobody in, and sends away who is in', async () => {
    const { host, fingerprints, shared, ssh, login, terminal } = at;
    expect(await ssh('lena', 'list --limit 1 --quiet')).toMatchObject({ code: 0 });
    const p = terminal(shared('lena'));
    await p.waitFor('? all keys');
    host.local('operator edit lena --remove-key all');
    expect(await p.exit()).toMatchObject({ code: 3 });
    const said = `The key ${fingerprints.lena} is no operator's of this roster. Ask ${host.account} for access.`;
    expect(p.screen().replaceAll('\n', '')).toContain(said);
    expect(await ssh('lena', 'list')).toEqual({ code: 3, stdout: '', stderr: `${said}\n` });
    expect(await login('lena', 'list')).toMatchObject({ code: 255, stdout: '' });
    host.local('undo --yes');
    expect(await login('lena', 'list --quiet')).toMatchObject({ code: 0 });
  });
});
