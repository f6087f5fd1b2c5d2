import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { install } from '../commands/installed.ts';
import { root } from '../terminal/driver.ts';
import { processesOf } from './processes.ts';

// sshd wants a wrapper where only root may write, all the way up: no temporary folder is like that.
const libexec = '/usr/local/libexec';
const homes = '/var/lib';

/** A machine that was set up with the very lines of docs/over-ssh.md, but for the names of the account and the folders. */
export interface DocumentedHost {
  account: string;
  uid: number;
  /** A folder of root's for what the test itself needs; Maria's key is in it. */
  folder: string;
  database: string;
  /** The documented lines for sshd_config. */
  sshdConfig: string;
  /** Makes a key; returns the file of the private one. */
  makeKey(name: string): string;
  /** Runs roster on the machine itself, as the account; throws where that fails. Returns stdout. */
  local(command: string, input?: string): string;
  remove(): Promise<void>;
}

export async function setUpHost(): Promise<DocumentedHost> {
  await removeForgotten();
  const account = `roster-test-${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'roster-sshd-'));
  const opt = `${libexec}/${account}`;
  const home = `${homes}/${account}`;
  const remove = async () => {
    await removeAccount(account);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const program = installStrangely(opt);
    const [setUp, sshdConfig] = documentedLines().map(text =>
      text
        .replaceAll('/usr/local/libexec', opt)
        .replaceAll('/usr/bin/node /opt/roster/dist/roster.js', program)
        .replaceAll('/var/lib/roster', home)
        .replaceAll(/(su - |'\*' |Match User |CommandUser )roster/g, `$1${account}`),
    ) as [string, string];
    const makeKey = (name: string): string => {
      const file = join(folder, name);
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', `${name}@laptop`, '-f', file]);
      return file;
    };
    makeKey('maria');
    execFileSync('sh', ['-ec', setUp], { cwd: folder, stdio: 'pipe' });
    const local = (command: string, input = '') =>
      execFileSync('su', ['-', account, '-c', `${program} ${command}`], {
        input,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const uid = uidOf(account)!;
    const database = `${home}/.local/share/roster/roster.db`;
    return { account, uid, folder, database, sshdConfig, makeKey, local, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What the docs say to run, and to write into sshd_config. */
function documentedLines(): string[] {
  const page = readFileSync(join(root, 'docs', 'over-ssh.md'), 'utf8');
  const [, setUp = '', , sshdConfig = ''] = page.split(/^```(?:sh)?$/m);
  return [setUp, sshdConfig];
}

/** Installs the program under a path with what has to be quoted for sshd, and then for the shell; a link leads there. */
function installStrangely(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const strange = `${folder}/it's "here" $(id)`;
  symlinkSync(strange, `${folder}/opt`);
  return install(strange)
    .map(path => path.replace(strange, `${folder}/opt`))
    .join(' ');
}

function uidOf(account: string): number | null {
  const { status, stdout } = spawnSync('id', ['-u', account], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

async function removeAccount(account: string): Promise<void> {
  const uid = uidOf(account);
  for (let tries = 0; uid !== null && uidOf(account) !== null && tries < 40; tries++) {
    for (const pid of processesOf(uid).keys()) killed(pid);
    spawnSync('userdel', [account]);
    await sleep(25);
  }
  for (const folder of [homes, libexec]) rmSync(`${folder}/${account}`, { recursive: true, force: true });
}

/** Accounts of tests that were killed before they could take them away. */
async function removeForgotten(): Promise<void> {
  const accounts = readdirSync(homes).filter(name => /^roster-test-\d+$/.test(name));
  for (const account of accounts) {
    const pid = Number(account.split('-').at(-1));
    if (!isRunning(pid)) await removeAccount(account);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
