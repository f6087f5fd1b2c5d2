import { changeSetLimit, type Problem } from '../roster/plan/change-set.ts';
import type { ImportRow } from '../roster/plan/plan-import.ts';
import { number } from '../roster/text/words.ts';
import { decodeCsv } from './decode.ts';
import { columnsLine, headerAgain, otherHeader } from './header.ts';
import { lookLikePeople } from './kind-of-list.ts';
import type { CsvRecord } from './records.ts';
import { readRecords } from './records.ts';
import { findUserColumns, type UserColumns } from './user-columns.ts';
import { readUserRow } from './user-row.ts';

/** A file of users as it was read. Whom the rows are about, and what their values stand for, `plan` finds out. */
export interface UserFile {
  rows: ImportRow[];
  /** What is wrong with the file and its cells. Where reading ended early, the last one says so. */
  problems: Problem[];
  /** The columns that are taken, and those that are known but can't be changed by an import, as they are called in the file. */
  used: string[];
  ignored: string[];
  /** The cells as they stand in the file, for the result of the import. */
  source: { headers: string[]; userEmail: number; records: CsvRecord[] };
}

/** So many rows are read; a change set holds no more users. */
export const rowLimit = changeSetLimit;
/** So many bytes: more than any 10,000 users take, little enough for the memory. */
const byteLimit = 64 * 1024 * 1024;

class TooLarge extends Error {}

/**
 * Reads a CSV of users – our export, changed or not – whole, at most 10,000 rows. Never throws for what is in the
 * file: everything wrong is a problem with its line, column and value. Errors of the input are thrown as they come.
 * `name` is what a command calls the file; whoever only adds may take a list of people for it.
 */
export async function readUserRows(
  input: AsyncIterable<Uint8Array>,
  { file: name = 'FILE', onlyAdd = false }: { file?: string; onlyAdd?: boolean } = {},
): Promise<UserFile> {
  const file: UserFile = {
    rows: [],
    problems: [],
    used: [],
    ignored: [],
    source: { headers: [], userEmail: -1, records: [] },
  };
  try {
    await readInto(file, input, header => (onlyAdd ? null : lookLikePeople(header, name)));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const message = 'The file is larger than 64 MiB. Check that it is a CSV of users, or split it.';
    file.problems.push({ code: 'file_too_large', message });
  }
  return file;
}

async function readInto(
  file: UserFile,
  input: AsyncIterable<Uint8Array>,
  otherKind: (header: readonly string[]) => Omit<Problem, 'line'> | null,
): Promise<void> {
  const { rows, problems, source } = file;
  let columns: UserColumns | null = null;
  let broken = 0;
  for await (const record of readRecords(decodeCsv(limited(input)))) {
    const rowsRead = source.records.length + broken;
    if (columns && rowsRead === rowLimit) {
      problems.push(tooManyRows('problem' in record ? record.problem.line : record.line));
      return;
    }
    if ('problem' in record) {
      const { fatal: _, ...problem } = record.problem;
      problems.push(problem);
      // Without a header the rows below it cannot be understood.
      if (!columns) return;
      broken++;
    } else if (!columns) {
      const other = otherKind(record.cells);
      if (other) {
        problems.push({ ...other, line: record.line });
        return;
      }
      const found = findUserColumns(record.cells, record.line);
      problems.push(...found.problems);
      if (!found.columns) return;
      columns = found.columns;
      file.used = columns.used;
      file.ignored = columns.ignored;
      source.headers = columns.headers;
      source.userEmail = columns.user_email;
    } else {
      const again = headerAgain(record.cells, columns.headers);
      if (again === 'same') continue;
      if (again === 'different') {
        problems.push({ code: 'other_header', line: record.line, message: otherHeader });
        return;
      }
      const read = readUserRow(record, columns);
      problems.push(...read.problems);
      if (read.row) rows.push(read.row);
      source.records.push(record);
    }
  }
  if (!columns) {
    const message = 'The file is empty. Its first line has to name the columns, user_email among them.';
    problems.push({ code: 'empty_file', line: 1, message });
  }
}

async function* limited(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    if (bytes > byteLimit) throw new TooLarge();
    yield chunk;
  }
}

function tooManyRows(line: number): Problem {
  const message = `The file has more than ${number(rowLimit)} rows; no more can be imported at once. Split it.`;
  return { code: 'too_many_rows', line, value: String(rowLimit + 1), message };
}

/** What is worth knowing of a file that was read: which columns were taken and which not (domain rule 10). */
export function fileNotices({ used, ignored }: Pick<UserFile, 'used' | 'ignored'>): string[] {
  return used.length > 0 ? [columnsLine(used, ignored)] : [];
}
