import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { importPeople } from '../../source/commands/people/people-rows.ts';
import { exits, Refusal } from '../../source/commands/shell/refusal.ts';
import { makeRoster, openFixture } from '../db/fixture.ts';
import { makeHome, peopleCsv } from './run.ts';

/** A file that can be read up to that line, and not beyond. */
async function* failingAfter(lines: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${peopleCsv(2_000).split('\n').slice(0, lines).join('\n')}\n`);
  throw new Refusal("Can't read people.csv: the disk reports an error.");
}

it.each([
  [
    'after some of it is written',
    1_301,
    exits.partial,
    '\nThe first 1000 good rows are written already',
    1_000,
  ],
  ['before anything is written', 301, exits.refused, '', 0],
])(
  'says how far it got where the file can be read no further, %s',
  async (_, lines, exitCode, told, written) => {
    const { roster, read, close } = await openFixture(await makeRoster([]));
    const importing = importPeople(roster, () => failingAfter(lines), {
      ...{ file: 'people.csv', atHand: false, strict: false, dryRun: false },
      async admit() {},
      onProblem() {},
      onRows() {},
    });
    await expect(importing).rejects.toMatchObject({
      exitCode,
      message: expect.stringMatching(
        new RegExp(`^Can't read people.csv: the disk reports an error\\.${told}`),
      ),
    });
    expect(await read.selectFrom('people').select('person_id').execute()).toHaveLength(written);
    await close();
  },
);

function behind(path: string, statement: string): void {
  const connection = new Database(path);
  connection.exec(statement);
  connection.close();
}

it('says how many moved and how many lost their account, however many; of each it lists the first 10,000', async () => {
  const { ok, file, database, roster } = makeHome();
  await ok('init --account Acme');
  const rows = (more: string, status: string) =>
    `user_id,Email,Status\n${Array.from(
      { length: 10_007 },
      (_, n) =>
        `U${(n + 1).toString(36).toUpperCase().padStart(8, '0')},p${n}${more}@acme.example,${status}\n`,
    ).join('')}`;
  await ok('people import -', { input: rows('', 'active') });
  // Who holds a license is marked so in the row.
  behind(database, 'update people set licensed = 1');
  const path = file('moved.csv', rows('.new', 'inactive'));
  for (const options of ['--dry-run', '--dry-run --strict', '--strict']) {
    const { code, stdout, stderr } = await roster(`people import ${path} --format json ${options}`);
    expect(code).toBe(0);
    const { renamed, made_inactive, ...counts } = JSON.parse(stdout);
    expect(counts).toMatchObject({ updated: 10_007, renamed_not_listed: 7, made_inactive_not_listed: 7 });
    expect([renamed.length, made_inactive.length]).toEqual([10_000, 10_000]);
    expect(stderr).toContain('\n10,007 people have a new address');
    expect(stderr).toContain('\n10,007 users keep the license');
    expect(stderr.match(/ and 9,988 more\./g)).toHaveLength(2);
  }
});

it.each(['', '--strict', '--strict --dry-run', '--dry-run'])(
  'an account whose plan does not qualify is refused alike: people import %s',
  async options => {
    const { ok, roster, database } = makeHome();
    await ok('init --account Acme');
    behind(database, "update account set plan = 'basic'");
    for (const input of [peopleCsv(3), `${peopleCsv(3)}no address,,\n`]) {
      const { code, stdout, stderr } = await roster(`people import - ${options}`, { input });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/plan/i);
    }
  },
);
