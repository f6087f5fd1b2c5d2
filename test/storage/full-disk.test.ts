import { chmodSync, copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emails, makeHome, peopleCsv, program, type RunOptions } from '../commands/run.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from './small-disk.ts';

const megabyte = 1_048_576;
const people = 1_000;

describe.skipIf(noSmallDisk)(`a disk that fills up${noSmallDisk ? ` (${noSmallDisk})` : ''}`, () => {
  const home = makeHome();
  let disk: SmallDisk;
  let database: string;

  const roster = (args: string, options: RunOptions = {}) =>
    home.spawn(args, {
      ...options,
      env: { ROSTER_DB: database, ...options.env },
      command: [...disk.command, process.execPath, program],
    });
  const ok = async (args: string, options?: RunOptions) => {
    const { code, stdout, stderr } = await roster(args, options);
    expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
    return stdout;
  };
  /** All but what it is filled with, and what SQLite keeps beside a roster that was read. */
  const files = () =>
    readdirSync(disk.outside).filter(name => !/^filler$|^node-compile-cache$|-(wal|shm)$/.test(name));

  beforeAll(async () => {
    await home.ok('init --account Acme --licenses 5000');
    await home.ok('people import -', { input: peopleCsv(people) });
    await home.ok('add p0@acme.example p1@acme.example --role Agent');
  });

  beforeEach(async () => {
    disk = await mountSmallDisk(3 * megabyte);
    database = `${disk.path}/roster.db`;
    copyFileSync(home.database, `${disk.outside}/roster.db`);
  });

  afterEach(() => disk.close());

  it('refuses a change set in one sentence, writes nothing of it, and takes it when there is room', async () => {
    disk.fill(96 * 1024);
    const before = await ok('list --format json');
    const full = await roster('add - --role Agent', {
      input: emails(people).split('\n').slice(2).join('\n'),
    });
    expect(full).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `The disk that holds ${database} is full; nothing was written. Make room there, then try again.\n`,
    });
    expect(await ok('list --format json')).toBe(before);
    expect(await ok('check')).toBe('All is well: 2 users, 1 change set.\n');
    disk.clear();
    await ok('add - --role Agent', { input: emails(people).split('\n').slice(2).join('\n') });
    expect(await ok('check')).toBe('All is well: 1,000 users, 2 change sets.\n');
    expect(files()).toEqual(['roster.db']);
  });

  it('keeps the batches of an import that went in, and says so', async () => {
    disk.fill(420 * 1024);
    const more = peopleCsv(3 * people).split('\n');
    const input = [more[0], ...more.slice(people + 1)].join('\n');
    const { code, stderr } = await roster('people import -', { input });
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringMatching(
        /^The disk that holds .+ is full; nothing was written\..+\nThe first (500|1000) good rows are written already; import the file again to go on\.\n$/,
      ),
    });
    disk.clear();
    expect(await ok('people import -', { input })).toMatch(/^2,000 people: \d/);
    expect(await ok('people import - --strict', { input })).toBe('2,000 people: 2,000 unchanged\n');
  });

  it('makes no half roster, no half demo, no half backup', async () => {
    const rooms = [0, 8, 64, 300].map(kilobytes => kilobytes * 1024);
    for (const left of rooms) {
      disk.fill(left);
      for (const [args, path] of [
        ['init --account Other --db PATH', 'other.db'],
        ['init --account Other --db PATH', 'folder/other.db'],
        ['demo --users 300 --keep PATH', 'demo.db'],
        ['backup PATH', 'copy.db'],
      ] as const) {
        const named = join(disk.path, path);
        const { code, stdout, stderr } = await roster(args.replace('PATH', named));
        if (code === 0) continue;
        expect({ args, left, code, stdout }).toEqual({ args, left, code: 1, stdout: '' });
        expect(stderr).toMatch(left === 0 ? /full/ : /^(Can't (make|write)|The disk that holds) \S+.* full/);
        expect(stderr.trimEnd()).not.toMatch(/\n|part-|unexpected/);
      }
      expect(files().filter(name => !['roster.db', 'folder', 'copy.db', 'other.db'].includes(name))).toEqual(
        [],
      );
      disk.clear();
      for (const name of ['copy.db', 'other.db'])
        if (files().includes(name)) await ok(`check --db ${disk.path}/${name}`);
    }
    expect(await ok('list --format ndjson')).toMatch(/^.+\n.+\n$/);
  });

  it('says that not even reading is possible where no page is left, and leaves the roster as it is', async () => {
    const before = readFileSync(`${disk.outside}/roster.db`);
    disk.fill();
    for (const args of ['list', 'check', 'export', 'edit p0@acme.example --status inactive'])
      expect({ args, ...(await roster(args)) }).toMatchObject({
        code: 1,
        stdout: '',
        stderr: `The disk that holds ${database} is full: SQLite needs 32 KB beside it to read. Make room there, then try again.\n`,
      });
    disk.clear();
    expect(readFileSync(`${disk.outside}/roster.db`).equals(before)).toBe(true);
    expect(await ok('list --format ndjson')).toMatch(/^.+\n.+\n$/);
  });

  it('says that there is no room for the result, the copy of what is read, the temporary demo', async () => {
    const users = home.file('users.csv', 'user_email,role_name\np5@acme.example,Agent\n');
    disk.fill();
    const elsewhere = { ROSTER_DB: home.file('roster.db', readFileSync(`${disk.outside}/roster.db`)) };
    chmodSync(elsewhere.ROSTER_DB, 0o600);
    const result = `${disk.path}/result.csv`;
    const import_ = await roster(`import ${users} --yes --result ${result}`, { env: elsewhere });
    expect(import_.stderr).toBe(`The result could not be written to ${result}: the disk is full.\n`);
    expect(import_).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Import: add Jürgen Müller: done'),
    });
    const kept = await roster('people import - --strict', {
      input: peopleCsv(people),
      env: { ...elsewhere, TMPDIR: disk.path },
    });
    expect(kept).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Can't keep what is read in .+ meanwhile: the disk is full\. Make room/),
    });
    expect(files()).toEqual(['roster.db']);
  });
});

describe.skipIf(noSmallDisk)(
  `a disk that takes no more files${noSmallDisk ? ` (${noSmallDisk})` : ''}`,
  () => {
    it('is told from a full one', async () => {
      const home = makeHome();
      const disk = await mountSmallDisk(3 * megabyte, 6);
      const env = { ROSTER_DB: `${disk.path}/roster.db` };
      const command = [...disk.command, process.execPath, program] as const;
      try {
        expect(await home.spawn('init --account Acme', { env, command })).toMatchObject({ code: 0 });
        for (let n = 0; n < 4; n++) disk.touch(`file-${n}`);
        expect(await home.spawn('list', { env, command })).toMatchObject({
          code: 1,
          stderr: `The disk that holds ${env.ROSTER_DB} takes no more files (df -i). Remove some there, then try again.\n`,
        });
      } finally {
        disk.close();
      }
    });
  },
);
