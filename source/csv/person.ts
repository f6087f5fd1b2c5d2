import { emailKey } from '../roster/users/email-key.ts';
import type { AccountStatus } from '../roster/users/vocabulary.ts';
import { accountStatusOf, statusAdvice, strictest } from './account-status.ts';
import { cleanCell, clearMark, hasControlCharacters, isLongerThan } from './cells.ts';
import type { TextField } from './directories.ts';
import { type DirectoryId, directoryId } from './directory-id.ts';
import { isEmail } from './email.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { CsvProblem, CsvProblemCode } from './problem.ts';
import { problemValue, shown } from './problem.ts';
import type { CsvRecord } from './records.ts';
import type { SeenKeys } from './seen-keys.ts';

/**
 * One person as a file has them. Only what the file says is there: a field is absent where the file has no such
 * column or the cell is blank, and then an existing person keeps what they have. An empty string is the wish to
 * clear the field (the cell said `(clear)`). The e-mail address is as written, to be compared without case.
 */
export interface PersonRecord {
  /** The 1-based physical line on which the row begins. */
  line: number;
  /** By what their directory knows them, whatever their address is (domain rule 10). */
  id?: DirectoryId;
  user_email: string;
  first_name?: string;
  last_name?: string;
  display_name?: string;
  department?: string;
  account_status?: AccountStatus;
}

/** The addresses and ids of the rows before, each with its line. */
export interface Seen {
  emails: SeenKeys;
  ids: SeenKeys;
}

/** Longest texts, in characters (code points). Names: the vendor's API; department: the same by analogy. */
const limits: Readonly<Record<TextField, number>> = {
  first_name: 64,
  last_name: 64,
  display_name: 128,
  department: 128,
};
const fieldNames: Readonly<Record<TextField, string>> = {
  first_name: 'first name',
  last_name: 'last name',
  display_name: 'display name',
  department: 'department',
};

/** No directory's ids are longer: a GUID has 36 characters, a distinguished name does not count as one. */
const longestId = 256;

/**
 * Reads one row by the columns found in the header. Gives the person, or everything that is wrong with the row.
 * The address is noted in `seen` also for a row with problems: which of two rows is meant stays unclear.
 */
export function readPerson(
  record: CsvRecord,
  columns: PeopleColumns,
  seen: Seen,
): { person: PersonRecord } | { problems: CsvProblem[] } {
  const { line, cells } = record;
  const problems: CsvProblem[] = [];
  const report = (code: CsvProblemCode, index: number, value: string, message: string) => {
    const column = columns.headers[index];
    const where = column === undefined ? {} : { column };
    problems.push({ code, line, ...where, value: problemValue(value), message });
  };

  const person: PersonRecord = { line, user_email: readEmail(record, columns, seen.emails, report) };
  for (const { field, index } of columns.text) {
    const text = cleanCell(cells[index] ?? '');
    if (text === '') continue;
    if (hasControlCharacters(text)) {
      report('control_characters', index, text, `${shown(text)} has control characters. Type it anew.`);
    } else if (isLongerThan(text, limits[field])) {
      const length = Array.from(text).length;
      const message = `The ${fieldNames[field]} has ${length} characters: ${shown(text)}. Shorten it to ${limits[field]}.`;
      report('too_long', index, text, message);
    } else {
      person[field] = text === clearMark ? '' : text;
    }
  }
  const id = columns.id && readId(record, columns.id, seen.ids, report);
  if (id) person.id = id;
  const statuses: AccountStatus[] = [];
  for (const { index, column } of columns.account_status) {
    const word = cleanCell(cells[index] ?? '');
    const status = accountStatusOf(word, column);
    if (status) statuses.push(status);
    else if (word !== '') {
      const message = `Unknown account status ${shown(word)}. Write ${statusAdvice[column]}.`;
      report('unknown_account_status', index, word, message);
    }
  }
  const status = strictest(statuses);
  if (status) person.account_status = status;
  const extra = cells.findIndex((cell, index) => index >= columns.headers.length && cell.trim() !== '');
  if (extra !== -1) {
    const message =
      `The row has ${cells.length} cells, the header ${columns.headers.length} columns; ` +
      `${shown(cells[extra]!)} is in none. Put a cell that contains the separator in quotes.`;
    report('too_many_columns', extra, cells[extra]!, message);
  }
  return problems.length > 0 ? { problems } : { person };
}

type Report = (code: CsvProblemCode, index: number, value: string, message: string) => void;

function readEmail(
  { line, cells }: CsvRecord,
  columns: PeopleColumns,
  seen: SeenKeys,
  report: Report,
): string {
  const index = columns.user_email.find(candidate => (cells[candidate] ?? '').trim() !== '');
  if (index === undefined) {
    report('missing_email', columns.user_email[0]!, '', 'The e-mail address is missing. Fill it in.');
    return '';
  }
  const email = cleanCell(cells[index]!);
  if (hasControlCharacters(email)) {
    report('control_characters', index, email, `${shown(email)} has control characters. Type it anew.`);
  } else if (!isEmail(email)) {
    const advice = 'Write one address, like name@example.com.';
    report('invalid_email', index, email, `${shown(email)} is not an e-mail address. ${advice}`);
  } else {
    const first = seen.firstLine(emailKey(email), line);
    if (first !== undefined) {
      const message = `${shown(email)} stands on line ${first} already. Keep one of the two rows.`;
      report('duplicate_email', index, email, message);
    }
  }
  return email;
}

function readId(
  { line, cells }: CsvRecord,
  { kind, index }: NonNullable<PeopleColumns['id']>,
  seen: SeenKeys,
  report: Report,
): DirectoryId | undefined {
  const value = cleanCell(cells[index] ?? '');
  const id = directoryId(kind, value);
  if (value === '' || !id) return undefined;
  if (hasControlCharacters(value)) {
    report('control_characters', index, value, `${shown(value)} has control characters. Type it anew.`);
  } else if (isLongerThan(value, longestId)) {
    const message = `The id has ${Array.from(value).length} characters: ${shown(value)}. No id has more than ${longestId}.`;
    report('too_long', index, value, message);
  } else {
    const first = seen.firstLine(id.value, line);
    if (first !== undefined)
      report(
        'duplicate_id',
        index,
        value,
        `${shown(value)} stands on line ${first} already. Keep one of the two rows.`,
      );
  }
  return id;
}
