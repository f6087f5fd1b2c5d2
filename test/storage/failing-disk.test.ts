import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeHome, peopleCsv, program } from '../commands/run.ts';
import { whole } from '../whole.ts';

async function makeRoster() {
  const home = makeHome();
  await home.ok('init --account Acme --licenses 9');
  await home.ok('people import -', { input: peopleCsv(3) });
  await home.ok('add p0@acme.example p1@acme.example --role Agent');
  return home;
}

/** How few files may be open at first: so few that the program only just starts. */
const fewest = [
  ['backup FOLDER/copy.db', 24],
  ['edit p0@acme.example --status inactive', 24],
  ['restore FOLDER/backup.db --yes', 24],
  ['demo --users 9 --keep FOLDER/demo.db', 22],
] as const;

it.each(whole ? fewest : fewest.slice(0, 1))(
  'too many open files are told in a sentence wherever they fail, and nothing is left half made: %s',
  async (line, least) => {
    const home = await makeRoster();
    const folder = dirname(home.database);
    copyFileSync(home.database, join(folder, 'backup.db'));
    const args = line.replace('FOLDER', folder);
    // With one more it comes one file further, until it has all.
    let limit: number = least;
    for (; ; limit++) {
      const run = `ulimit -n ${limit}; exec "${process.execPath}" "${program}" ${args}`;
      const { code, stderr } = await home.spawn('', { command: ['bash', '-c', run] });
      if (code === 0) break;
      expect({ limit, code, stderr }).toEqual({
        limit,
        code: 1,
        stderr: expect.stringMatching(/open|ulimit/),
      });
      expect(stderr).not.toMatch(/unexpected|\.part-|^ +at /m);
    }
    expect(limit).toBeGreaterThan(least);
    expect(readdirSync(folder).filter(name => name.includes('.part-'))).toEqual([]);
    expect(await home.ok('check')).toMatch(/^All is well: 2 users/);
  },
);

/** Lets the kernel answer calls on these files, or on all, with an error. */
const failing = (calls: string, error: string, ...files: string[]) =>
  [
    'strace',
    ...['-f', '-qqq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`],
    ...files.flatMap(file => ['-P', file]),
  ] as const;

const canInject = (() => {
  try {
    const [file, ...args] = failing('fsync', 'EIO');
    execFileSync(file, [...args, 'true']);
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!canInject)(`a disk that fails${canInject ? '' : ' (skipped: it takes strace)'}`, () => {
  it.each([
    ['fsync,fdatasync', 'EIO', 'The disk fails at PATH (SQLITE_IOERR_FSYNC). Save a copy'],
    ['pwrite64', 'EIO', 'The disk fails at PATH (SQLITE_IOERR_WRITE). Save a copy'],
    ['pwrite64', 'ENOSPC', 'The disk that holds PATH is full; nothing was written. Make room there'],
  ])(
    'while writing is told in a sentence, and nothing of the change is there: %s %s',
    async (calls, error, said) => {
      const home = await makeRoster();
      const command = [...failing(calls, error, `${home.database}-wal`), process.execPath, program] as const;
      const before = await home.ok('list --format json');
      writeFileSync(`${home.database}.probe`, 'of somebody else');
      const { code, stdout, stderr } = await home.spawn('edit p0@acme.example --status inactive', {
        command,
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^[^\n]+\n$/);
      expect(stderr).toContain(said.replace('PATH', home.database));
      expect(readFileSync(`${home.database}.probe`, 'utf8')).toBe('of somebody else');
      expect(readdirSync(dirname(home.database)).filter(name => name.includes('.probe'))).toHaveLength(1);
      expect(await home.ok('list --format json')).toBe(before);
      expect(await home.ok('check')).toBe('All is well: 2 users, 1 change set.\n');
    },
  );

  it('a quota that is used up is a full disk, though its file system has room', async () => {
    const home = await makeRoster();
    const files = ['-wal', '.probe'].map(ending => home.database + ending);
    const command = [...failing('pwrite64,write', 'EDQUOT', ...files), process.execPath, program] as const;
    expect(await home.spawn('edit p0@acme.example --status inactive', { command })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `The disk that holds ${home.database} is full; nothing was written. Make room there, then try again.\n`,
    });
    expect(readdirSync(dirname(home.database)).filter(name => name.endsWith('.probe'))).toEqual([]);
  });

  it('while reading is told in a sentence', async () => {
    const home = await makeRoster();
    const command = [...failing('pread64', 'EIO', home.database), process.execPath, program] as const;
    const commands = [
      'list',
      `restore ${home.database} --db ${home.home}/other.db --yes`,
      'show p0@acme.example',
      'check',
      `backup ${home.home}/copy.db`,
    ];
    for (const args of whole ? commands : commands.slice(0, 2))
      expect({ args, ...(await home.spawn(args, { command })) }).toMatchObject({
        args,
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^The disk fails at \S+roster\.db \(SQLITE_IOERR_\w+\)\. [^\n]+\n$/),
      });
    expect(readdirSync(home.home).filter(name => /copy|other/.test(name))).toEqual([]);
  });
});
