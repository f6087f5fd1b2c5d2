import { listed } from '../roster/text/words.ts';
import type { StatusColumn } from './account-status.ts';
import { cleanCell } from './cells.ts';
import { type Directory, directories, type TextField, textFields } from './directories.ts';
import { asksToBlock, headerKeys } from './header.ts';
import type { CsvProblem } from './problem.ts';
import { problemValue, shown } from './problem.ts';
import { wordKey } from './truth-words.ts';

/** Where a person's fields are in the rows of a file: indices of cells. */
export interface PeopleColumns {
  /** The headers as they stand in the file, trimmed. */
  headers: string[];
  /** The id by which the directory knows them; its kind is the folded name of the column. */
  id: { kind: string; index: number } | undefined;
  /** Where an e-mail address may be, the best first: the first that is not blank counts. */
  user_email: number[];
  text: { field: TextField; index: number }[];
  account_status: { index: number; column: StatusColumn }[];
}

type Meaning = { rank: number } & (
  | { field: 'id' | 'user_email' | TextField }
  | { field: 'account_status'; column: StatusColumn }
);

const meanings = new Map<string, Meaning>();
let rank = 0;
function means(headers: readonly string[], meaning: Omit<Extract<Meaning, { field: string }>, 'rank'>) {
  for (const header of headers) {
    const key = wordKey(header);
    if (!meanings.has(key)) meanings.set(key, { ...meaning, rank: rank++ } as Meaning);
  }
}
for (const { user_email } of directories) means(user_email, { field: 'user_email' });
for (const { sign_in_name = [] } of directories) means(sign_in_name, { field: 'user_email' });
for (const directory of directories) {
  means(directory.id ?? [], { field: 'id' });
  for (const field of textFields) means(directory[field] ?? [], { field });
  for (const [header, column] of Object.entries(directory.account_status))
    means([header], { field: 'account_status', column } as never);
}

/**
 * Finds a person's fields by the names in the header row, in any order, among columns that are of no interest. Case,
 * spaces, punctuation and remarks make no difference. Of several columns for a text field the best known counts. A file
 * without any column for the e-mail address is refused with a fatal problem; any other field may be missing.
 */
export function findPeopleColumns(
  header: readonly string[],
  line: number,
): { columns: PeopleColumns } | { problem: CsvProblem } {
  const headers = header.map(cleanCell);
  const found = headers
    .flatMap((name, index) => {
      const meaning = meaningOf(name);
      return meaning ? [{ ...meaning, index }] : [];
    })
    .sort((one, other) => one.rank - other.rank);
  const places = (field: Meaning['field']) =>
    found.filter(each => each.field === field).map(each => each.index);
  const user_email = places('user_email');
  if (user_email.length === 0) return { problem: missingEmailColumn(headers, line) };
  const text = textFields.flatMap(field =>
    places(field)
      .slice(0, 1)
      .map(index => ({ field, index })),
  );
  const account_status = found.flatMap(each =>
    each.field === 'account_status' ? [{ index: each.index, column: each.column }] : [],
  );
  const [index] = places('id');
  const id = index === undefined ? undefined : { kind: idKind(headers[index] ?? ''), index };
  return { columns: { headers, id, user_email, text, account_status } };
}

/** What a header says of a person; undefined if nothing that is known. */
export function meaningOf(header: string): Meaning | undefined {
  const meaning = headerKeys(header)
    .map(key => meanings.get(key))
    .find(known => known !== undefined);
  if (meaning?.field === 'account_status' && meaning.column === 'enabled' && asksToBlock(header))
    return { ...meaning, column: 'blocked' };
  return meaning;
}

/** The kind of the ids in a column: the folded name by which it is known. */
export function idKind(header: string): string {
  return headerKeys(header).find(key => meanings.get(key)?.field === 'id') ?? '';
}

/** The headers of the columns that are read, and of those that are not; without columns that have no name. */
export function usedColumns({ headers, ...columns }: PeopleColumns): { used: string[]; unused: string[] } {
  const places = new Set([
    ...(columns.id ? [columns.id.index] : []),
    ...columns.user_email,
    ...[...columns.text, ...columns.account_status].map(({ index }) => index),
  ]);
  const named = (wanted: boolean) =>
    headers.filter((name, index) => name !== '' && places.has(index) === wanted);
  return { used: named(true), unused: named(false) };
}

/** The directory that an export with these columns comes from; null where that is not clear. */
export function directoryOf(header: readonly string[]): string | null {
  const fitting = directories
    .map(directory => ({ name: directory.name, count: fits(directory, header) }))
    .sort((one, other) => other.count - one.count);
  const [best, next] = fitting;
  return best && best.count > 1 && best.count > (next?.count ?? 0) ? best.name : null;
}

function fits({ name, account_status, ...directory }: Directory, headers: readonly string[]): number {
  const known = new Set([...Object.values(directory).flat(), ...Object.keys(account_status)].map(wordKey));
  // `user_email` is how we write it, `User Email` how Zoom does.
  return headers.filter(header =>
    header === 'user_email' ? name === 'roster' : headerKeys(header).some(key => known.has(key)),
  ).length;
}

function missingEmailColumn(headers: readonly string[], line: number): CsvProblem {
  const found = headers.filter(name => name !== '').map(shown);
  const accepted = directories
    .slice(0, -1)
    .map(({ name, user_email, sign_in_name = [] }) => `${[...user_email, ...sign_in_name][0]} (${name})`);
  const advice = headers.some(name => name.includes('@'))
    ? 'The first line must name the columns.'
    : `Name the column with the addresses Email, or as its directory does: ${listed(accepted, accepted.length)}.`;
  return {
    code: 'missing_column',
    line,
    value: problemValue(headers.join(', ')),
    message: `No column for the e-mail address. Columns found: ${listed(found, 12)}. ${advice}`,
    fatal: true,
  };
}
