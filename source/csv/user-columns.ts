import type { Problem } from '../roster/change-set.ts';
import { fieldNames, fields } from '../roster/fields.ts';
import type { FieldName } from '../roster/user.ts';
import { userColumns } from '../roster/user-cells.ts';
import { listed } from '../roster/words.ts';
import { cleanCell } from './cells.ts';
import { resultColumns } from './import-result.ts';
import { problemValue, shown } from './problem.ts';

/** Where a user's e-mail address and settings are in the rows of a file: indices of cells. */
export interface UserColumns {
  /** The headers as they stand in the file, trimmed; blank where a column has no name. */
  headers: string[];
  user_email: number;
  fields: { field: FieldName; index: number }[];
  /** Columns that are known but can't be changed here, by the names in the file. */
  ignored: string[];
}

/** The columns that are taken, in the order of an export. */
export const importedColumns: readonly string[] = userColumns.filter(
  name => name === 'user_email' || fieldNames.some(field => fields[field].jsonName === name),
);

const byKey = new Map(fieldNames.map(name => [fold(fields[name].jsonName), name]));
const readOnly = new Set([...userColumns, ...resultColumns].map(fold));
const emailKey = fold('user_email');

/**
 * Finds the columns of users by their JSON names; case, spaces, `_` and `-` make no difference. Unknown and doubled
 * ones are problems, so that a misspelled name does not pass for one that was imported. Without a column for the
 * e-mail address there are no `columns`: nothing below can be understood.
 */
export function findUserColumns(
  header: readonly string[],
  line: number,
): { columns: UserColumns | null; problems: Problem[] } {
  const headers = header.map(cleanCell);
  const columns: UserColumns = { headers, user_email: -1, fields: [], ignored: [] };
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  headers.forEach((name, index) => {
    const key = fold(name);
    const field = byKey.get(key);
    const taken = key === emailKey || field !== undefined;
    const before = first.get(key);
    if (before !== undefined && taken) problems.push(duplicate(name, before, line));
    else if (key === emailKey) columns.user_email = index;
    else if (field) columns.fields.push({ field, index });
    else if (readOnly.has(key)) columns.ignored.push(name);
    else if (key !== '') problems.push(unknown(name, line));
    first.set(key, name);
  });
  if (columns.user_email >= 0) return { columns, problems };
  return { columns: null, problems: [missingEmail(headers, line), ...problems] };
}

function fold(header: string): string {
  return header.toLowerCase().replace(/[\s_-]/g, '');
}

function unknown(name: string, line: number): Problem {
  const message = `No column is called ${shown(name)}. ${advice(name)} Rename the column, or take it out.`;
  return { code: 'unknown_column', line, column: problemValue(name), value: problemValue(name), message };
}

/** What somebody may have meant: the column with this label, or one that has the word in its name; else all there are. */
function advice(name: string): string {
  const key = fold(name);
  const labelled = fieldNames.filter(field => fold(fields[field].label) === key).map(f => fields[f].jsonName);
  const near = importedColumns.filter(column => fold(column).includes(key) || key.includes(fold(column)));
  const meant = labelled.length > 0 ? labelled : near;
  return meant.length > 0
    ? `Did you mean ${listed(meant, 4)}?`
    : `There are: ${listed(importedColumns, importedColumns.length)}.`;
}

function duplicate(name: string, before: string, line: number): Problem {
  const message = `The columns ${shown(before)} and ${shown(name)} are the same. Leave one of the two.`;
  return { code: 'duplicate_column', line, column: problemValue(name), value: problemValue(name), message };
}

function missingEmail(headers: readonly string[], line: number): Problem {
  const found = headers.filter(name => name !== '').map(shown);
  const message =
    `No column is called user_email. Columns found: ${listed(found, 12)}. The first line must name the columns, and ` +
    'user_email has the address of the person that a row is about.';
  const value = problemValue(headers.join(', '));
  return { code: 'missing_column', line, column: 'user_email', value, message };
}
