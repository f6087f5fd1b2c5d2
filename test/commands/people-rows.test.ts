import { expect, it } from 'vitest';
import { importPeople } from '../../source/commands/people-rows.ts';
import { exits, Refusal } from '../../source/commands/refusal.ts';
import { makeRoster, openFixture } from '../db/fixture.ts';
import { peopleCsv } from './run.ts';

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
