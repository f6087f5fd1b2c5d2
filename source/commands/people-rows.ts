import type { Db } from '../../db/dialect.ts';
import type { RosterDatabase } from '../../db/open.ts';
import { countUpserts, type ImportCounts, upsertPeople } from '../../db/people.ts';
import { type CsvProblem, type PersonRecord, readPeople } from '../csv/people.ts';
import { exits, Refusal } from './refusal.ts';

export interface PeopleImport extends ImportCounts {
  /** Rows, good and bad. */
  people: number;
  /** Rows with problems. */
  refused: number;
  problems: CsvProblem[];
  /** Why the rest of the file was not read, if so. */
  fatal: CsvProblem | null;
  /** Nothing at all was written, or would be: refused as a whole. */
  refusedWhole: boolean;
}

export interface ImportOptions {
  /** A bad row writes nothing. */
  strict: boolean;
  dryRun: boolean;
  onProblem(problem: CsvProblem): void;
  /** Called now and then with the number of rows so far. */
  onRows(rows: number): void;
}

/**
 * So many people are written in one transaction: of a small file few, so that little is lost if it goes bad; of a big one
 * no more than others who write like to wait for.
 */
const batchLength = { least: 500, most: 5_000 };

type Bytes = () => AsyncIterable<Uint8Array>;
type Sink = (batch: PersonRecord[]) => Promise<ImportCounts>;

/**
 * Imports the people of a CSV file. As a rule the good rows are written as they are read, some hundred in a
 * transaction. Strictly, the file is read twice: once for its problems, and if there are none, again to be written
 * in one transaction. A problem with the file itself that shows before anything is written refuses all of it.
 */
export async function importPeople(
  roster: RosterDatabase,
  bytes: Bytes,
  options: ImportOptions,
): Promise<PeopleImport> {
  const { strict, dryRun } = options;
  const count: Sink = batch => countUpserts(roster.read, batch.map(incoming));
  const write =
    (db: Db): Sink =>
    batch =>
      upsertPeople(db, batch.map(incoming));
  const each: Sink = batch =>
    roster
      .write()
      .transaction()
      .execute(trx => write(trx)(batch));
  if (!strict) return await readInto(bytes(), dryRun ? count : each, options);
  const checked = await readInto(bytes(), dryRun ? count : nothing, options);
  if (checked.problems.length > 0)
    return { ...checked, added: 0, updated: 0, unchanged: 0, refusedWhole: true };
  if (dryRun) return checked;
  return await roster
    .write()
    .transaction()
    .execute(async trx => {
      const written = await readInto(bytes(), write(trx), options);
      if (written.problems.length > 0)
        throw new Refusal('The file changed while it was read; nothing was written.');
      return written;
    });
}

async function readInto(
  bytes: AsyncIterable<Uint8Array>,
  sink: Sink,
  options: ImportOptions,
): Promise<PeopleImport> {
  const result: PeopleImport = {
    ...zero,
    people: 0,
    refused: 0,
    problems: [],
    fatal: null,
    refusedWhole: false,
  };
  let batch: PersonRecord[] = [];
  let passed = 0;
  let badLine = 0;
  const pass = async () => {
    const counts = await sink(batch).catch(error => interrupted(error, passed));
    for (const name of ['added', 'updated', 'unchanged'] as const) result[name] += counts[name];
    passed += batch.length;
    batch = [];
    options.onRows(result.people);
  };
  for await (const row of readPeople(bytes)) {
    if ('person' in row) {
      result.people++;
      batch.push(row.person);
      if (batch.length >= Math.max(batchLength.least, Math.min(batchLength.most, passed))) await pass();
      continue;
    }
    const { problem } = row;
    options.onProblem(problem);
    result.problems.push(problem);
    if (problem.fatal) result.fatal = problem;
    // One row may have several problems, which come one after the other.
    else if (problem.line !== badLine) {
      badLine = problem.line;
      result.refused++;
      result.people++;
    }
  }
  if (result.fatal && passed === 0) return { ...result, people: result.refused, refusedWhole: true };
  if (batch.length > 0) await pass();
  return result;
}

const zero: ImportCounts = { added: 0, updated: 0, unchanged: 0 };

async function nothing(): Promise<ImportCounts> {
  return zero;
}

function interrupted(error: unknown, written: number): never {
  if (written === 0 || !(error instanceof Error)) throw error;
  const message = `${error.message}\nThe first ${written} good rows are written already; import the file again to go on.`;
  throw new Refusal(message, exits.partial);
}

function incoming({ line: _, ...person }: PersonRecord) {
  return person;
}
