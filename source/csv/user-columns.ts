import type { Problem } from '../roster/plan/change-set.ts';
import { listed } from '../roster/text/words.ts';
import { accountFields, fields, settableFields } from '../roster/users/fields.ts';
import type { FieldName } from '../roster/users/user.ts';
import { userColumns } from '../roster/users/user-cells.ts';
import { cleanCell } from './cells.ts';
import { resultColumns } from './import-result.ts';
import { idKind, meaningOf } from './people-columns.ts';
import { problemValue, shown } from './problem.ts';
import { wordKey } from './truth-words.ts';

/** Where a user's e-mail address and settings are in the rows of a file: indices of cells. */
export interface UserColumns {
  /** The headers as they stand in the file, trimmed; blank where a column has no name. */
  headers: string[];
  user_email: number;
  /** The id of the person, ours or their directory's; null if there is none. */
  id: { kind: string; index: number } | null;
  /** What people are called, which tells whether the ids are those of this roster. */
  names: number[];
  fields: { field: FieldName; index: number }[];
  /** The columns that are taken, and those that are known but can't be changed here, as they are called in the file. */
  used: string[];
  ignored: string[];
}

/** The columns that are taken, in the order of an export. */
export const importedColumns: readonly string[] = userColumns.filter(
  name => name === 'user_email' || settableFields.some(field => fields[field].jsonName === name),
);

const byKey = new Map<string, FieldName>();
for (const name of settableFields) {
  const { jsonName, label } = fields[name];
  // `Queue` as well as `Queues`.
  for (const header of [jsonName, label, label.replace(/s$/, '')]) byKey.set(wordKey(header), name);
}
byKey.set('activestatus', 'user_access').set('access', 'user_access');
const accountLabels = accountFields.map(name => fields[name].label);
const readOnly = new Set([...userColumns, ...accountLabels, ...resultColumns].map(wordKey));
const emailKey = wordKey('user_email');

/** The setting that a header means, by its JSON name or its label; undefined if none. */
export function fieldOf(header: string): FieldName | undefined {
  return byKey.get(wordKey(header));
}

/**
 * Finds the columns of users by their JSON names or as people call them (`Email`, `Role`); case, spaces and punctuation make
 * no difference. Unknown and doubled ones are problems, so that a misspelled name does not pass for one that was
 * imported. Without a column for the e-mail address there are no `columns`: nothing below can be understood.
 */
export function findUserColumns(
  header: readonly string[],
  line: number,
): { columns: UserColumns | null; problems: Problem[] } {
  const headers = header.map(cleanCell);
  const user_email = findEmail(headers);
  const id = headers.findIndex(name => meaningOf(name)?.field === 'id');
  const columns: UserColumns = {
    headers,
    user_email,
    id: id < 0 ? null : { kind: idKind(headers[id]!), index: id },
    names: headers.flatMap((name, index) => (isName(meaningOf(name)?.field) ? index : [])),
    fields: [],
    used: [],
    ignored: [],
  };
  const problems: Problem[] = [];
  const unknown: string[] = [];
  const first = new Map<string, string>();
  headers.forEach((name, index) => {
    const key = wordKey(name);
    const field = byKey.get(key);
    const taken = key === emailKey ? key : field;
    const before = taken && first.get(taken);
    if (before !== undefined) problems.push(duplicate(name, before, line));
    else if (index === user_email || index === id || field) columns.used.push(name);
    else if (readOnly.has(key) || meaningOf(name)) columns.ignored.push(name);
    else if (key !== '') unknown.push(name);
    if (field && before === undefined && index !== user_email) columns.fields.push({ field, index });
    if (taken) first.set(taken, name);
  });
  problems.push(...unknownColumns(unknown, line));
  if (user_email >= 0) return { columns, problems };
  return { columns: null, problems: [missingEmail(headers, line), ...problems] };
}

function isName(field: string | undefined): boolean {
  return field === 'first_name' || field === 'last_name' || field === 'display_name';
}

/** Our own name for it comes first, then what directories call it. */
function findEmail(headers: readonly string[]): number {
  const own = headers.findIndex(name => wordKey(name) === emailKey);
  return own >= 0 ? own : headers.findIndex(name => meaningOf(name)?.field === 'user_email');
}

/** Those that may have been meant otherwise each with what; the others together, with all columns there are. */
function unknownColumns(names: readonly string[], line: number): Problem[] {
  const meant = names.map(near);
  const problem = (name: string, message: string): Problem => {
    return { code: 'unknown_column', line, column: problemValue(name), value: problemValue(name), message };
  };
  const close = names.flatMap((name, index) => {
    const columns = meant[index] ?? [];
    const advice = `Did you mean ${listed(columns, 4)}? Rename the column, or take it out.`;
    return columns.length > 0 ? [problem(name, `No column is called ${shown(name)}. ${advice}`)] : [];
  });
  const others = names.filter((_, index) => meant[index]?.length === 0);
  if (others.length === 0) return close;
  const are = others.length === 1 ? 'No column is called' : 'No columns are called';
  const there = `There are: ${listed(importedColumns, importedColumns.length)}.`;
  const out = others.length === 1 ? 'Rename the column, or take it out.' : 'Rename these, or take them out.';
  return [...close, problem(others.join(', '), `${are} ${listed(others.map(shown), 20)}. ${there} ${out}`)];
}

/** What somebody may have meant: the columns that have the word in their names. */
function near(name: string): string[] {
  const key = wordKey(name);
  return importedColumns.filter(column => wordKey(column).includes(key) || key.includes(wordKey(column)));
}

function duplicate(name: string, before: string, line: number): Problem {
  const message = `The columns ${shown(before)} and ${shown(name)} are the same. Leave one of the two.`;
  return { code: 'duplicate_column', line, column: problemValue(name), value: problemValue(name), message };
}

function missingEmail(headers: readonly string[], line: number): Problem {
  const found = headers.filter(name => name !== '').map(shown);
  const message =
    `No column for the e-mail address. Columns found: ${listed(found, 12)}. The first line must name the columns; ` +
    'name the one with the addresses user_email.';
  const value = problemValue(headers.join(', '));
  return { code: 'missing_column', line, column: 'user_email', value, message };
}
