import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { emails, peopleCsv } from '../commands/run.ts';
import { type Program, startProgram } from '../terminal/driver.ts';
import { setUpHost } from './documented-host.ts';
import { processesOf } from './processes.ts';
import { type Ended, finished, startSshd } from './sshd.ts';

/**
 * The machine of docs/over-ssh.md with a real sshd, a roster of 30 people of whom the first 20 are users, and three operators:
 * Maria and Lena are admins, Sam is a supervisor.
 */
export async function setUpOverSsh() {
  const host = await setUpHost();
  const sshd = await startSshd(host);
  const goal = `${host.account}@127.0.0.1`;
  const keys: Record<string, string> = { maria: join(host.folder, 'maria') };
  const fingerprints: Record<string, string> = {};
  const programs: Program[] = [];
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

  return {
    ...{ host, sshd, goal, keys, fingerprints, shared, ssh, login, terminal, nothingRuns },
    /** Between tests. */
    async closeTerminals() {
      for (const program of programs.splice(0)) await program.close();
    },
    async remove() {
      for (const name of Object.keys(keys)) await finished('ssh', [...shared(name), '-O', 'exit', goal]);
      sshd.stop();
      await host.remove();
    },
  };
}

export type OverSsh = Awaited<ReturnType<typeof setUpOverSsh>>;
