import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { preparedDemo } from '../demo/prepared.ts';
import { startProgram } from '../terminal/driver.ts';
import { someOf } from '../whole.ts';
import { killRestores } from './restored.ts';
import { makeHome, peopleCsv } from './run.ts';

/** A roster of three users, backed up, and then of four. */
const template = makeHome();
const templateBackup = join(template.home, 'backup.db');
let home: ReturnType<typeof makeHome>;
let backup: string;

beforeAll(async () => {
  const { ok } = template;
  await ok('init --account Acme --licenses 9');
  await ok('people import -', { input: peopleCsv(6) });
  await ok('add p0@acme.example p1@acme.example p2@acme.example --role Agent');
  await ok(`backup ${templateBackup}`);
  await ok('add p3@acme.example --role Agent');
});

beforeEach(makeNext);

function makeNext() {
  home = makeHome();
  backup = join(home.home, 'backup.db');
  mkdirSync(dirname(home.database), { recursive: true });
  copyFileSync(template.database, home.database);
  copyFileSync(templateBackup, backup);
}

const files = () => readdirSync(dirname(home.database)).sort();
const users = async () => (await home.ok('list --format ndjson')).split('\n').length - 1;

test('goes back to a backup, keeps what was there, and can go back to that', async () => {
  const { ok, roster, database } = home;
  chmodSync(database, 0o660);
  const dry = await roster(`restore ${backup} --dry-run`);
  expect(dry).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringMatching(
      /^Now: {4}Acme, 4 users, 2 change sets, the newest of .+\nBackup: Acme, 3 users, 1 change set, the newest of .+ by \S+\nNothing was written/,
    ),
  });
  expect(await users()).toBe(4);
  const { code, stdout, stderr } = await roster(`restore ${backup} --yes`);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining(`Restored ${database}: Acme, 3 users, 1 change set`),
  });
  expect(stderr).toContain(`As it was before: ${database}.before-restore\n`);
  expect(await ok('check')).toBe('All is well: 3 users, 1 change set.\n');
  expect(statSync(database).mode & 0o777).toBe(0o660);
  await ok('add p5@acme.example --role Agent');
  await ok(`restore ${database}.before-restore --yes`);
  expect(await ok('list')).toContain('p3@acme.example');
  expect(await ok('check')).toBe('All is well: 4 users, 2 change sets.\n');
  expect(files().filter(name => !/-(wal|shm)$/.test(name))).toEqual([
    'roster.db',
    'roster.db.before-restore',
    'roster.db.before-restore-2',
  ]);
});

test('restores what a link leads to, and the link stays', async () => {
  const { ok, database } = home;
  const link = join(home.home, 'link.db');
  symlinkSync(database, link);
  await ok(`restore ${backup} --yes --db ${link}`);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(await users()).toBe(3);
  expect(files()).toContain('roster.db.before-restore');
});

test('asks on a terminal, elsewhere it needs --yes', async () => {
  const { roster, env } = home;
  expect(await roster(`restore ${backup}`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--yes'),
  });
  const asked = startProgram(['restore', backup], { env });
  await asked.waitFor('Go back to the backup? y/N');
  asked.type('\r');
  expect(await asked.exit()).toMatchObject({ code: 1 });
  expect(asked.screen()).toContain('Nothing was changed.');
  await asked.close();
  const interrupted = startProgram(['restore', backup], { env });
  await interrupted.waitFor('y/N');
  interrupted.type('\x03');
  expect(await interrupted.exit()).toMatchObject({ code: 130 });
  await interrupted.close();
  expect(await users()).toBe(4);
  expect(files().filter(name => name.includes('.part-') || name.includes('restore'))).toEqual([]);
  const yes = startProgram(['restore', backup], { env });
  await yes.waitFor('y/N');
  yes.type('y\r');
  expect(await yes.exit()).toMatchObject({ code: 0 });
  await yes.close();
  expect(await users()).toBe(3);
});

test('refuses while others have the roster open, and names them', async () => {
  const { roster, env } = home;
  const screen = startProgram([], { env });
  await screen.waitFor('all keys');
  const refused = await roster(`restore ${backup} --yes`);
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(`Other programs have ${home.database} open`),
  });
  if (process.platform === 'linux') expect(refused.stderr).toContain(`(process ${screen.pid})`);
  await screen.press('q');
  await screen.exit();
  await screen.close();
  expect(await users()).toBe(4);
  expect(await roster(`restore ${backup} --yes`)).toMatchObject({ code: 0 });
});

describe('nobody gets an e-mail twice, nor one that was withdrawn by hand', () => {
  /** Who has which, by the first letters of their addresses. */
  const notices = async () =>
    (
      JSON.parse(await home.ok('notify --list --all --format json')) as {
        id: string;
        user_email: string;
        state: string;
      }[]
    ).map(notice => ({ ...notice, who: notice.user_email.slice(0, 2) }));
  const states = async () =>
    Object.fromEntries((await notices()).map(({ who, state }) => [who, state]).sort());
  function send(email: string): void {
    const db = new Database(home.database);
    db.prepare("update outbox set state = 'sent' where user_email = ?").run(email);
    db.close();
  }

  test('what waits in the backup and was sent meanwhile is not sent again', async () => {
    const { ok, roster, database } = home;
    send('p0@acme.example');
    await ok('remove p1@acme.example --yes');
    await roster(`restore ${backup} --yes`);
    // p1 was removed only after the backup, before the e-mail went out.
    expect(await states()).toEqual({ p0: 'sent', p1: 'waiting', p2: 'waiting' });
    // Where nothing is known of what was sent meanwhile, somebody has to ask.
    rmSync(database);
    await roster(`restore ${backup} --yes`);
    expect(await states()).toEqual({ p0: 'unknown', p1: 'unknown', p2: 'unknown' });
    expect(await ok('check')).toMatch(/^All is well/);
  });

  test('nor what a removal had withdrawn in the backup, once its user is back there', async () => {
    const { ok } = home;
    await ok('remove p0@acme.example p1@acme.example --yes');
    await ok(`backup ${join(home.home, 'removed.db')}`);
    await ok('undo');
    send('p0@acme.example');
    await ok(`restore ${join(home.home, 'removed.db')} --yes`);
    await ok('undo');
    expect(await states()).toMatchObject({ p0: 'sent', p1: 'waiting' });
    expect(await ok('check')).toMatch(/^All is well/);
  });

  test('what was withdrawn by hand stays so', async () => {
    const { ok } = home;
    const first = (await notices()).find(({ who }) => who === 'p0')!;
    await ok(`notify --withdraw ${first.id}`);
    await ok(`restore ${backup} --yes`);
    expect(await states()).toEqual({ p0: 'withdrawn', p1: 'waiting', p2: 'waiting' });
  });
});

test('makes a roster that is gone anew, whatever was left beside it', async () => {
  const { ok, database } = home;
  rmSync(dirname(database), { recursive: true });
  expect(await home.roster(`restore ${backup} --yes`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('there is no such file or folder'),
  });
  await ok(`init --account Other --db ${database}`);
  rmSync(database);
  // The log of another roster, left behind: it must not get into this one.
  writeFileSync(`${database}-wal`, foreignLog());
  expect(await ok(`restore ${backup} --yes`)).toContain('3 users');
  expect(await ok('check')).toBe('All is well: 3 users, 1 change set.\n');
});

/** A write-ahead log with committed pages of some other database. */
function foreignLog(): Buffer {
  const path = join(home.home, 'other.db');
  const db = new Database(path);
  db.pragma('journal_mode = wal');
  db.exec('create table a (b); insert into a values (zeroblob(50000))');
  copyFileSync(`${path}-wal`, `${path}.log`);
  db.close();
  return readFileSync(`${path}.log`);
}

describe('refuses', () => {
  test('what is no backup, the roster itself, and who may not', async () => {
    const { ok, roster, database, file } = home;
    const text = file('notes.txt', 'Just some notes.\n'.repeat(300));
    for (const [from, why] of [
      [text, 'is not a database'],
      ['/nowhere.db', 'No roster at /nowhere.db'],
      [database, 'is the roster itself'],
    ])
      expect({ from, ...(await roster(`restore ${from} --yes`)) }).toMatchObject({
        from,
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(why!),
      });
    expect(await users()).toBe(4);
    await ok('operator add jonas --role Admin --login jonas');
    const db = new Database(database);
    db.exec("update operators set login = 'maria' where is_owner = 1");
    db.close();
    expect(await roster(`restore ${backup} --yes`)).toMatchObject({ code: 3 });
  });
});

/** Each command and each signal; in the long run each command with each signal. */
const ends = someOf(
  [
    ['backup', 'SIGTERM', 143],
    ['restore', 'SIGHUP', 129],
    ['backup', 'SIGINT', 130],
    ['restore', 'SIGTERM', 143],
    ['restore', 'SIGINT', 130],
    ['backup', 'SIGHUP', 129],
  ] as const,
  ([_, signal]) => signal,
);

/** Lets a command run and tells it to end as soon as it has begun to write a file into `folder`. */
async function toldToEnd(args: string, folder: string, signal: NodeJS.Signals) {
  return await home.spawn(args, {
    async onStart(process) {
      const begun = () => readdirSync(folder).some(name => name.includes('.part-'));
      while (!process.ended() && !begun()) await sleep(2);
      process.kill(signal);
    },
  });
}

test.each(ends)('a %s that is told to end leaves nothing half made: %s', async (command, signal, code) => {
  const big = await preparedDemo(20_000);
  const endIt = () =>
    command === 'backup'
      ? toldToEnd(`backup ${home.home}/copy.db --db ${bigCopy()}`, home.home, signal)
      : toldToEnd(`restore ${bigCopy()} --yes`, dirname(home.database), signal);
  const bigCopy = () => {
    copyFileSync(big, join(home.home, 'big.db'));
    return join(home.home, 'big.db');
  };
  let result = await endIt();
  // Where this process is slow, all may be done before it is told to end.
  for (let tries = 1; result.stdout !== '' && tries < 20; tries++) {
    makeNext();
    result = await endIt();
  }
  expect(result).toMatchObject({ code, stdout: '' });
  const left = [home.home, dirname(home.database)].flatMap(folder => readdirSync(folder));
  expect(left.filter(name => /part-|copy|before/.test(name))).toEqual([]);
  expect(await users()).toBe(4);
});

// A soak asks for more: npm run soak -- --only restores
test('killed at any moment, a restore leaves the one roster or the other, whole', async () => {
  // One anywhere, one while the files change places.
  expect(await killRestores(2)).toMatchObject({ kills: 2, neither: 0 });
});
