import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emails, peopleCsv } from '../commands/run.ts';
import { type Program, startProgram } from '../terminal/driver.ts';
import { environmentOf, processesOf } from './processes.ts';
import { type ReadmeHost, setUpHost } from './readme-host.ts';
import { type Ended, finished, type Sshd, startSshd, whyNoSshd } from './sshd.ts';

const missing = whyNoSshd();

describe.skipIf(missing !== null)(missing === null ? 'over SSH' : `over SSH (not tried: ${missing})`, () => {
  let host: ReadmeHost;
  let sshd: Sshd;
  let goal: string;
  const keys: Record<string, string> = {};
  const fingerprints: Record<string, string> = {};
  const programs: Program[] = [];

  beforeAll(async () => {
    host = await setUpHost();
    sshd = await startSshd(host);
    goal = `${host.account}@127.0.0.1`;
    keys.maria = join(host.folder, 'maria');
    for (const name of ['sam', 'lena']) {
      keys[name] = host.makeKey(name);
      const role = name === 'sam' ? 'Supervisor' : 'Admin';
      host.local(`operator add ${name} --role ${role} --key -`, readFileSync(`${keys[name]}.pub`, 'utf8'));
    }
    host.local('people import -', peopleCsv(30));
    host.local('add - --role Agent', emails(20));
    for (const {
      operator_name,
      keys: [key],
    } of JSON.parse(host.local('operator list --format json')))
      fingerprints[operator_name] = key?.fingerprint;
  }, 40_000);

  afterEach(async () => {
    for (const program of programs.splice(0)) await program.close();
  });

  afterAll(async () => {
    for (const name of Object.keys(keys)) await finished('ssh', [...shared(name), '-O', 'exit', goal]);
    sshd?.stop();
    await host?.remove();
  }, 40_000);

  /** A connection that several commands share: each of them is a session of its own all the same. */
  function shared(who: string): string[] {
    const control = ['ControlMaster=auto', 'ControlPersist=60', `ControlPath=${host.folder}/to-${who}`];
    return sshd.client(keys[who]!, ...control.flatMap(option => ['-o', option]));
  }

  function ssh(who: string, command: string, input?: string): Promise<Ended> {
    return finished('ssh', [...shared(who), goal, '--', command], input);
  }

  /** The same with a connection of its own. */
  function login(who: string, command: string, ...options: string[]): Promise<Ended> {
    return finished('ssh', [...sshd.client(keys[who]!, ...options), goal, '--', command]);
  }

  /** A client at a terminal: the screen, or a command. */
  function terminal(client: string[], command?: string, env: Record<string, string> = {}): Program {
    const args = [...client, '-tt', goal, ...(command === undefined ? [] : ['--', command])];
    const program = startProgram(args, { file: '/usr/bin/ssh', columns: 120, rows: 30, env });
    programs.push(program);
    return program;
  }

  async function nothingRuns(withinMs: number): Promise<void> {
    // Connections that are shared stay; sshd serves them as the account.
    const running = () => [...processesOf(host.uid).values()].filter(command => !command.startsWith('sshd:'));
    for (const until = Date.now() + withinMs; running().length > 0 && Date.now() < until; ) await sleep(20);
    expect(running()).toEqual([]);
  }

  it('each key is its operator, and history says who, from where and by which key', async () => {
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
    keys.stranger = host.makeKey('stranger');
    expect(await login('stranger', 'list')).toMatchObject({ code: 255, stdout: '' });
  });

  it('commands have their words, input, output and exit code as at the desk', async () => {
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

  it('there is no way to another command, path or option', async () => {
    const file = join(dirname(host.database), 'made');
    const session = `session --db ${host.database} --operator 1 --key ${fingerprints.sam}`;
    const tries: [code: number, command: string][] = [
      ...[
        `sh -c "touch ${file}"`,
        '/bin/sh',
        `; touch ${file}`,
        `list\ntouch ${file}`,
        `export > ${file}`,
      ].map(of(2)),
      ...[`\`touch ${file}\``, `$(touch ${file})`, 'list "'].map(of(2)),
      ...[`list --search "$(touch ${file}) \`touch ${file}\` $HOME *"`].map(of(0)),
      ...['list --db /etc/passwd', '--db=/etc/passwd list', 'import /etc/passwd', `backup ${file}`].map(
        of(3),
      ),
      ...[`import - --result ${file}`, `demo --keep ${file}`, 'notify --watch', session].map(of(3)),
    ];
    const ended: [number, string][] = [];
    const waiting = [...tries];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        ended.push([(await ssh('maria', next[1])).code, next[1]]);
    };
    await Promise.all([work(), work()]);
    expect(ended.sort()).toEqual(tries.sort());
    const made = readdirSync(dirname(host.database)).filter(name => !/^roster\.db(-wal|-shm)?$/.test(name));
    expect(made).toEqual([]);
  });

  it('nothing is forwarded or copied', async () => {
    const local = join(host.folder, 'local');
    writeFileSync(local, 'mine');
    const copying = shared('maria');
    const forwarded = await Promise.all([
      login('maria', 'list', '-W', `127.0.0.1:${sshd.port}`),
      login('maria', 'list', '-N', '-R', '127.0.0.1:0:127.0.0.1:1', '-o', 'ExitOnForwardFailure=yes'),
      finished('scp', ['-q', ...copying, local, `${goal}:copied`]),
      finished('scp', ['-q', '-O', ...copying, local, `${goal}:copied`]),
      finished('scp', ['-q', ...copying, `${goal}:/etc/passwd`, join(host.folder, 'passwd')]),
      finished('sftp', ['-q', '-b', '-', ...copying, goal], 'ls\n'),
    ]);
    expect(forwarded.filter(({ code }) => code === 0)).toEqual([]);
    expect(readdirSync(join(dirname(host.database), '../../..'))).not.toContain('copied');
    expect(readdirSync(host.folder)).not.toContain('passwd');
  });

  it('the screen is the operator’s, without files, shell, agent or environment of theirs', async () => {
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

  it('a connection that drops leaves no process, and half an input changes nothing', async () => {
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

  it('a key that is taken back lets nobody in, and sends away who is in', async () => {
    expect(await ssh('lena', 'list --limit 1 --quiet')).toMatchObject({ code: 0 });
    const p = terminal(shared('lena'));
    await p.waitFor('? all keys');
    host.local('operator edit lena --remove-key all');
    expect(await p.exit()).toMatchObject({ code: 3 });
    const said = `The key ${fingerprints.lena} is no operator's of this roster. Ask ${host.account} for access.`;
    expect(p.screen().replaceAll('\n', '')).toContain(said);
    expect(await ssh('lena', 'list')).toEqual({ code: 3, stdout: '', stderr: `${said}\n` });
    expect(await login('lena', 'list')).toMatchObject({ code: 255, stdout: '' });
    host.local('undo');
    expect(await login('lena', 'list --quiet')).toMatchObject({ code: 0 });
  });
});

/** Commands that are expected to end with this exit code. */
function of(code: number): (command: string) => [number, string] {
  return command => [code, command];
}
