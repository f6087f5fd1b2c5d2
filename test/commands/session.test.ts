import { execFileSync } from 'node:child_process';
import { chownSync, copyFileSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, test } from 'vitest';
import { makeHome, program } from './run.ts';

const { roster, spawn, ok, file, database, home } = makeHome();

const maria =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBwC2HgP7sBo+Zz6Lw9lD0U7Xo3S2v3o1cZcZrWb5n3q maria@laptop\n';
const [type = '', blob = ''] = maria.split(' ');
const me = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
let fingerprint: string;
const id = 2;

beforeAll(async () => {
  await ok('init --account Acme');
  const added = await ok(`operator add maria --role Admin --key ${file('maria.pub', maria)} --format json`);
  fingerprint = JSON.parse(added).catalog[0].fields.keys.after[0].fingerprint;
});

/** What sshd would run for who has that key, and asks for this. */
function session(command: string, { db = database, operator = id, key = fingerprint } = {}) {
  return roster(`session --db ${db} --operator ${operator} --key ${key}`, {
    env: {
      SSH_ORIGINAL_COMMAND: command,
      SSH_CONNECTION: '10.0.0.7 50022 10.0.0.1 22',
      ROSTER_DB: '/nowhere',
    },
  });
}

it('ssh-keys prints the one line that sshd wants to know of a key', async () => {
  expect(await spawn(`ssh-keys ${me} ${type} ${blob}`)).toEqual({
    code: 0,
    signal: null,
    stdout:
      `restrict,pty,command="exec ${process.execPath} ${realpathSync(program)} session ` +
      `--db ${database} --operator ${id} --key ${fingerprint}" ${type} ${blob}\n`,
    stderr: '',
  });
});

it('ssh-keys prints nothing of any other key', async () => {
  const other = blob.replace('IBwC', 'IBwD');
  for (const asked of [`${type} ${other}`, `ssh-rsa ${blob}`, `${type} ${blob}A`, `${type} x`, 'x y'])
    expect(await roster(`ssh-keys ${me} ${asked}`)).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

it('ssh-keys lets nobody in as another account', async () => {
  const { code, stdout, stderr } = await roster(`ssh-keys somebody ${type} ${blob}`);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain(`behind Match User ${me}.`);
});

it('a session is the operator’s, on the roster of the forced command', async () => {
  expect(await session('queue add "Billing EMEA"')).toMatchObject({ code: 0, stderr: '' });
  const [set] = JSON.parse((await session('history --limit 1 --format json')).stdout);
  expect(set).toMatchObject({
    operator: 'maria',
    via: `ssh 10.0.0.7 ${fingerprint}`,
    summary: 'Add the queue Billing EMEA',
  });
  expect(await session('')).toMatchObject({ code: 2, stderr: expect.stringContaining('needs a terminal') });
});

test.each<[string, number, string]>([
  ['sh -c id', 2, "Unknown command 'sh'"],
  ['list; id', 2, 'There is no shell here'],
  ['list "', 2, 'left open'],
  ['list --db /etc/passwd', 3, '--db would name a file'],
  ['--db=/etc/passwd', 3, '--db'],
  ['import users.csv', 3, 'import would name a file of this machine'],
  ['init --account X', 3, 'for who is at the machine itself'],
  ['session --db x', 3, "can't be run over SSH"],
  ['complete list', 3, "can't be run over SSH"],
  ['help complete --db /etc/passwd', 2, "Unknown command 'complete'"],
  ['help session', 2, "Unknown command 'session'"],
  ['operator edit maria --remove-key all', 1, 'the key you came in with'],
])('%s', async (command, code, sentence) => {
  const { stdout, ...ended } = await session(command);
  expect({ stdout, ...ended }).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(sentence) });
});

it('a refusal for scripts is JSON, too', async () => {
  const { code, stdout } = await session('import users.csv --format json');
  expect(code).toBe(3);
  expect(JSON.parse(stdout).problems).toMatchObject([{ code: 'not_over_ssh' }]);
});

it('an operator and a key belong together', async () => {
  for (const wrong of [{ operator: 1 }, { operator: 99 }, { key: 'SHA256:another' }]) {
    const { code, stdout, stderr } = await session('list', wrong);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe(
      `The key ${wrong.key ?? fingerprint} is no operator's of this roster. Ask ${me} for access.\n`,
    );
  }
});

it.skipIf(process.geteuid?.() !== 0)('is believed only from who owns the database', async () => {
  const copy = join(home, 'other.db');
  copyFileSync(database, copy);
  chownSync(copy, 65_534, 65_534);
  const before = readFileSync(copy);
  for (const { code, stderr } of [
    await session('list', { db: copy }),
    await roster(`ssh-keys ${me} ${type} ${blob} --db ${copy}`),
  ]) {
    expect(code).toBe(3);
    expect(stderr).toBe(
      `${me} does not own ${copy}: only the account that does can let operators in by a key.\n`,
    );
  }
  expect(readFileSync(copy).equals(before)).toBe(true);
});

test.each([
  '',
  '--db relative.db --operator 2 --key SHA256:x',
  '--db /x --operator two --key SHA256:x',
  '--sh',
])('what sshd would never say is wrong usage: session %s', async args => {
  expect(await roster(`session ${args}`)).toMatchObject({ code: 2, stdout: '' });
});

it('a roster that is gone is named', async () => {
  expect(await session('list', { db: '/nowhere/roster.db' })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No roster at /nowhere/roster.db'),
  });
});
