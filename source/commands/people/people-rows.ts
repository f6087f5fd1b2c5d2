import { hasPeople } from '../../../db/catalog/account.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import { withIndexesAfter } from '../../../db/people/first-people.ts';
import { addPeople, type ImportCounts, type ImportedBatch, importBatch } from '../../../db/people/people.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { type CsvProblem, type FoundColumns, type PersonRecord, readPeople } from '../../csv/people.ts';
import { problemValue, shown } from '../../csv/problem.ts';
import { exits, Refusal } from '../shell/refusal.ts';

export interface PeopleImport extends ImportCounts {
  /** Who has another address now, and is who they were; and users whose account is inactive now: the first of them. */
  renamed: { before: string; after: string }[];
  made_inactive: string[];
  /** How many more there are of each. */
  renamed_not_listed: number;
  made_inactive_not_listed: number;
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
  /** Throws Refusal where whoever imports may not, any more. Asked under the lock, and where nothing is written yet. */
  admit(db: Db): Promise<unknown>;
  /** Called with each problem that is listed, as soon as it is found. */
  onProblem(problem: CsvProblem): void;
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

/** Nobody mends more in one go, and a file of millions whose quotes are wrong, or in which all move, must not fill the memory. */
const mostListed = 10_000;

type Bytes = () => AsyncIterable<Uint8Array>;
type Batch = Pick<ImportedBatch<PersonRecord>, 'counts'> & Partial<ImportedBatch<PersonRecord>>;
/** Takes some rows; at the `last` those that had to wait for others. */
type Sink = (batch: PersonRecord[], last: boolean) => Promise<Batch>;

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
  // What only looks says what writing would.
  if (dryRun || strict) await options.admit(roster.read);
  const count = importing(roster.read, false);
  const alone = options.atHand && !dryRun && !(await hasPeople(roster.read));
  if (!strict) {
    if (dryRun) return await readInto(bytes(), count, options);
    return await (alone ? inOne : inBatches)(roster, bytes, options);
  }
  const checked = await readInto(bytes(), count, options);
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
  const moved = new Set<number>();
  const sink: Sink = async (batch, last) => {
    const writing = roster.write().transaction();
    const imported = await writing.execute(async trx => {
      await options.admit(trx);
      return await importBatch(trx, batch, { moved, last, write: true });
    });
    written += batch.length - imported.waiting.length;
    return imported;
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
      const first = !(await hasPeople(trx));
      const sink: Sink = first
        ? async batch => ({ counts: await addPeople(trx, batch) })
        : importing(trx, true);
      const read = () => readInto(bytes(), sink, options);
      const written = first ? await withIndexesAfter(trx, read) : await read();
      if (options.strict && written.problems.length > 0)
        throw new Refusal('The file changed while it was read; nothing was written.');
      return written;
    });
}

function importing(db: Db, write: boolean): Sink {
  const moved = new Set<number>();
  return (batch, last) => importBatch(db, batch, { moved, last, write });
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
    renamed: [],
    made_inactive: [],
    renamed_not_listed: 0,
    made_inactive_not_listed: 0,
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
  let waiting: PersonRecord[] = [];
  const list = (problem: CsvProblem) => {
    if (result.problems.length < mostListed || problem.fatal) {
      result.problems.push(problem);
      options.onProblem(problem);
    } else result.problems_not_listed++;
  };
  const take = async (rows: PersonRecord[], last: boolean) => {
    const { counts, renamed = [], madeInactive = [], refused = [], ...rest } = await sink(rows, last);
    for (const name of ['added', 'updated', 'unchanged'] as const) result[name] += counts[name];
    result.renamed_not_listed += listUpTo(result.renamed, renamed);
    result.made_inactive_not_listed += listUpTo(result.made_inactive, madeInactive);
    waiting.push(...(rest.waiting ?? []));
    result.refused += refused.length;
    for (const each of refused) list(notThem(each));
  };
  const pass = async () => {
    await take(batch, false);
    passed += batch.length;
    batch = [];
    options.onRows(result.people);
    // Each of them may be about somebody in a row further down; so many never are.
    if (waiting.length > mostListed) await settle();
  };
  const settle = async () => {
    const rows = waiting;
    waiting = [];
    await take(rows, true);
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
    list(problem);
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
  if (waiting.length > 0) await settle();
  return result;
}

/** Adds what there is room for, and returns how many more there are. */
function listUpTo<T>(list: T[], more: readonly T[]): number {
  const room = mostListed - list.length;
  list.push(...more.slice(0, room));
  return Math.max(0, more.length - room);
}

const zero: ImportCounts = { added: 0, updated: 0, unchanged: 0 };

/** Why a row that is right by itself is refused: who has that address, or that id, is somebody else. */
function notThem({ person, holder, code }: ImportedBatch<PersonRecord>['refused'][number]): CsvProblem {
  const { line, user_email: value, id } = person;
  const message =
    code === 'address_taken'
      ? `${shown(value)} is the address of somebody else in the account, whose own stays. Change that first, or mend this one.`
      : `${shown(id?.value ?? '')} is ${shown(holder)} here, and somebody else in the file: neither address nor names are alike. ` +
        'If it is the same person, import the new name with the address as it was first. If not, take out the column with the ids.';
  return { code, line, value: problemValue(value), message };
}

function interrupted(error: unknown, written: number): never {
  if (written === 0 || !(error instanceof Error)) throw error;
  const message = `${error.message}\nThe first ${written} good rows are written already; import the file again to go on.`;
  throw new Refusal(message, exits.partial);
}
