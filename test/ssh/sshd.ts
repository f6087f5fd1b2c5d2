import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentedHost } from './documented-host.ts';

const sshd = '/usr/sbin/sshd';

/** Why no sshd can be tried here; null if one can. */
export function whyNoSshd(): string | null {
  if (process.geteuid?.() !== 0) return 'only root can set one up';
  if (!existsSync(sshd)) return 'openssh-server is not installed';
  const tools = ['ssh', 'sftp', 'scp', 'ssh-keygen', 'useradd', 'userdel', 'su'];
  const missing = tools.find(tool => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
  return missing === undefined ? null : `${missing} is not installed`;
}

/** A real sshd on loopback, for the account of a host. */
export interface Sshd {
  port: number;
  /** What OpenSSH's client needs to get there with a key, without the name of the host. */
  client(key: string, ...options: string[]): string[];
  stop(): void;
}

export async function startSshd({ folder, makeKey, sshdConfig }: DocumentedHost): Promise<Sshd> {
  const port = await freePort();
  const settings = {
    Port: port,
    ListenAddress: '127.0.0.1',
    HostKey: makeKey('host'),
    PidFile: 'none',
    UsePAM: 'no',
    LogLevel: 'VERBOSE',
    AcceptEnv: 'LANG LC_*',
    // As on hosts whose own people log in with certificates.
    TrustedUserCAKeys: `${makeKey('authority')}.pub`,
    Subsystem: 'sftp internal-sftp',
    // Newer ones keep away whoever fails too often.
    ...(knows('PerSourcePenalties') && { PerSourcePenalties: 'no' }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  const config = join(folder, 'sshd_config');
  writeFileSync(config, `${lines.join('')}${sshdConfig}`);
  mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const log = join(folder, 'log');
  const server = spawn(sshd, ['-D', '-f', config, '-E', log], { stdio: 'ignore' });
  const known = join(folder, 'known_hosts');
  writeFileSync(known, `[127.0.0.1]:${port} ${readFileSync(join(folder, 'host.pub'), 'utf8')}`);
  await listening(log);
  return {
    port,
    client: (key, ...options) => [
      ...['-F', '/dev/null', '-i', key, '-o', `Port=${port}`],
      ...['-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes', '-o', `UserKnownHostsFile=${known}`],
      ...['-o', 'StrictHostKeyChecking=yes', '-o', 'LogLevel=ERROR', ...options],
    ],
    stop: () => server.kill(),
  };
}

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever that is. */
export function finished(file: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise(resolve => {
    const child = execFile(file, args, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
    });
    // It may end without having read everything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function knows(keyword: string): boolean {
  const { stderr } = spawnSync(sshd, ['-t', '-f', '/dev/null', '-o', `${keyword}=no`], { encoding: 'utf8' });
  return !stderr.includes(keyword);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function listening(log: string): Promise<void> {
  const written = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  for (let tries = 0; tries < 200; tries++) {
    if (written().includes('Server listening')) return;
    await sleep(25);
  }
  throw new Error(`sshd does not listen: ${written()}`);
}
