import { chmodSync, chownSync, createReadStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../source/cli.ts';
import { makeHome, peopleCsv, pretendIo, program } from '../commands/run.ts';
import { whole } from '../whole.ts';

const nobody = 65_534;
const root = process.getuid?.() === 0;
const skipped = root ? '' : ' (skipped: it takes root)';

describe.skipIf(!root)(`files of others${skipped}`, () => {
  const home = makeHome();
  const folder = join(home.home, 'nobody');
  const database = join(folder, 'roster.db');
  const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] as const;
  const roster = (args: string) =>
    home.spawn(args, {
      env: { ROSTER_DB: database },
      command: [...asNobody, process.execPath, program],
    });
  const ask = 'Ask whoever owns it, or name another with --db FILE.';

  beforeAll(async () => {
    mkdirSync(folder);
    for (const path of [folder, home.home]) chownSync(path, nobody, nobody);
    expect(await roster('init --account Acme --licenses 9')).toMatchObject({ code: 0 });
    const people = home.file('people.csv', peopleCsv(3));
    expect(await roster(`people import ${people}`)).toMatchObject({ code: 0 });
  });

  it('are refused in a sentence, whatever of them may not be used', async () => {
    const before = readFileSync(database);
    const edit = 'add p0@acme.example --role Agent';
    for (const [fileMode, folderMode, args, stderr] of [
      [0o400, 0o700, edit, `Can't write to ${database}: you have no permission. ${ask} Nothing was written.`],
      [0o000, 0o700, 'list', `Can't open ${database}: you have no permission. ${ask}`],
      [0o600, 0o000, 'list', `Can't open ${database}: you have no permission. ${ask}`],
      [
        0o600,
        0o500,
        edit,
        `Can't write in ${folder}, where SQLite keeps files beside ${database}: you have no permission. ${ask} Nothing was written.`,
      ],
    ] as const) {
      chmodSync(database, fileMode);
      chmodSync(folder, folderMode);
      expect({ args, folderMode, ...(await roster(args)) }).toMatchObject({
        args,
        folderMode,
        code: 1,
        stdout: '',
        stderr: `${stderr}\n`,
      });
      chmodSync(folder, 0o700);
    }
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('are told by name where something is to be read from them', async () => {
    chmodSync(database, 0o600);
    const secret = home.file('secret.csv', peopleCsv(1));
    chmodSync(secret, 0o000);
    const noPermission = `Can't read ${secret}: you have no permission.`;
    const cases = [
      [`people import ${secret}`, noPermission],
      [`notify --template ${secret}`, `${noPermission} The text stays as it was.`],
      [`people import ${secret} --strict`, noPermission],
      [`import ${secret}`, noPermission],
    ] as const;
    // The others read it as the first does.
    for (const [args, stderr] of whole ? cases : cases.slice(0, 2))
      expect({ args, ...(await roster(args)) }).toMatchObject({ args, code: 1, stderr: `${stderr}\n` });
  });
});

describe('files that are none', () => {
  it('are told by name', async () => {
    const home = makeHome();
    await home.ok('init --account Acme');
    for (const [args, stderr] of [
      ['notify --template /', "Can't read /: that is a folder. The text stays as it was."],
      ['people import /', '/ is a folder. Name the CSV file in it.'],
      ['people import /nowhere/at-all.csv', 'There is no file /nowhere/at-all.csv.'],
    ] as const)
      expect({ args, ...(await home.roster(args)) }).toMatchObject({ args, code: 1, stderr: `${stderr}\n` });
  });
});

const linux = process.platform === 'linux';

describe.skipIf(!linux)(`standard input that fails${linux ? '' : ' (skipped: it takes Linux)'}`, () => {
  const commands = ['add - --role Agent', 'people import -', 'import -', 'remove - --yes'];
  const told = {
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Can't read standard input: the disk, or the line to it, fails\./),
  };
  const home = makeHome();
  beforeAll(() => home.ok('init --account Acme'));

  it.each(commands)('is not taken for an empty or a shorter one: %s', async args => {
    // Nothing is at the address 0 of a process.
    const stdin = createReadStream('/proc/self/mem') as unknown as NodeJS.ReadStream;
    const io = { ...pretendIo({ env: home.env }), stdin };
    const code = await main(args.split(' '), io);
    expect({ code, stdout: io.stdout.text(), stderr: io.stderr.text() }).toMatchObject(told);
  });

  it.each(whole ? commands : commands.slice(0, 1))('nor is it in a shell: %s', async args => {
    const script = `"${process.execPath}" "${program}" ${args} < /proc/$$/mem; exit $?`;
    expect(await home.spawn('', { command: ['bash', '-c', script] })).toMatchObject(told);
  });
});
