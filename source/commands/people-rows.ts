import type { Db } from '../../db/dialect.ts';
import { hasNobody, withIndexesAfter } from '../../db/first-people.ts';
import type { RosterDatabase } from '../../db/open.ts';
import { addPeople, countUpserts, type ImportCounts, upsertPeople } from '../../db/people.ts';
import { type CsvProblem, type FoundColumns, type PersonRecord, readPeople } from '../csv/people.ts';
import { exits, Refusal } from './refusal.ts';

export interface PeopleImport extends ImportCounts {
  /** Null where the file has no header that can be read. */
  columns: FoundColumns | null;
  /** Rows, good and bad. */
  people: number;
  /** Rows with problems. */
  refused: number;
  /** The first of them. */
  problems: CsvProblem[];
  /** How many more there are. */
  problems_not_listed: number;
  /** Why the rest of the file was not read, if so. */
  fatal: CsvProblem | null;
  /** Nothing at all was written, or would be: refused as a whole. */
  refusedWhole: boolean;
}

export interface ImportOptions {
  /** What it is called, for what is said of it. */
  file: string;
  /** Whether reading waits for nobody: of what somebody types, or another program sends, nothing is known. */
  atHand: boolean;
  /** A bad row writes nothing. */
  strict: boolean;
  dryRun: boolean;
  /** Throws Refusal where whoever imports may not, any more. Asked under the lock. */
  admit(db: Db): Promise<unknown>;
  /** Called now and then with the number of rows so far. */
  onRows(rows: number): void;
}

/** So many people are written at once, by the number of those before them. */
type Batches = (passed: number) => number;

/**
 * Each in a transaction of its own: of a small file few, so that little is lost if it goes bad; of a big one no more than
 * others who write like to wait for.
 */
const growing: Batches = passed => Math.max(500, Math.min(20_000, passed));
const even: Batches = () => 2_000;

/** Nobody mends more in one go, and a file of millions whose quotes are wrong must not fill the memory. */
const mostListed = 10_000;

type Bytes = () => AsyncIterable<Uint8Array>;
type Sink = (batch: PersonRecord[]) => Promise<ImportCounts>;

/**
 * Imports the people of a CSV file. As a rule the good rows are written as they are read, some hundred in a
 * transaction. Strictly, the file is read twice: once for its problems, and if there are none, again to be written
 * in one transaction, and so is a plain file into a roster without people. A problem with the file itself that shows before
 * anything is written refuses all of it.
 */
export async function importPeople(
  roster: RosterDatabase,
  bytes: Bytes,
  options: ImportOptions,
): Promise<PeopleImport> {
  const { strict, dryRun } = options;
  const count: Sink = batch => countUpserts(roster.read, batch.map(incoming));
  const alone = options.atHand && !dryRun && (await hasNobody(roster.read));
  if (!strict) {
    if (dryRun) return await readInto(bytes(), count, options);
    return await (alone ? inOne : inBatches)(roster, bytes, options);
  }
  const checked = await readInto(bytes(), dryRun ? count : nothing, options);
  if (checked.problems.length > 0)
    return { ...checked, added: 0, updated: 0, unchanged: 0, refusedWhole: true };
  return dryRun ? checked : await inOne(roster, bytes, options);
}

/** Whatever ends it – the database, or the file that is read – is told together with how far it got. */
async function inBatches(
  roster: RosterDatabase,
  bytes: Bytes,
  options: ImportOptions,
): Promise<PeopleImport> {
  let written = 0;
  const sink: Sink = async batch => {
    const writing = roster.write().transaction();
    const counts = await writing.execute(async trx => {
      await options.admit(trx);
      return await upsertPeople(trx, batch.map(incoming));
    });
    written += batch.length;
    return counts;
  };
  return await readInto(bytes(), sink, options, growing).catch(error => interrupted(error, written));
}

/** All of it or nothing. The first people there are take a quarter of the time that others do. */
async function inOne(roster: RosterDatabase, bytes: Bytes, options: ImportOptions): Promise<PeopleImport> {
  return await roster
    .write()
    .transaction()
    .execute(async trx => {
      await options.admit(trx);
      const first = await hasNobody(trx);
      const sink: Sink = batch => (first ? addPeople : upsertPeople)(trx, batch.map(incoming));
      const read = () => readInto(bytes(), sink, options);
      const written = first ? await withIndexesAfter(trx, read) : await read();
      if (options.strict && written.problems.length > 0)
        throw new Refusal('The file changed while it was read; nothing was written.');
      return written;
    });
}

async function readInto(
  bytes: AsyncIterable<Uint8Array>,
  sink: Sink,
  options: ImportOptions,
  batches = even,
): Promise<PeopleImport> {
  const result: PeopleImport = {
    ...zero,
    columns: null,
    people: 0,
    refused: 0,
    problems: [],
    problems_not_listed: 0,
    fatal: null,
    refusedWhole: false,
  };
  let batch: PersonRecord[] = [];
  let passed = 0;
  let badLine = 0;
  const pass = async () => {
    const counts = await sink(batch);
    for (const name of ['added', 'updated', 'unchanged'] as const) result[name] += counts[name];
    passed += batch.length;
    batch = [];
    options.onRows(result.people);
  };
  const onColumns = (columns: FoundColumns) => {
    result.columns = columns;
  };
  for await (const row of readPeople(bytes, options.file, onColumns)) {
    if ('person' in row) {
      result.people++;
      batch.push(row.person);
      if (batch.length >= batches(passed)) await pass();
      continue;
    }
    const { problem } = row;
    if (result.problems.length < mostListed || problem.fatal) {
      result.problems.push(problem);
    } else result.problems_not_listed++;
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
