import type { Problem } from '../roster/plan/change-set.ts';
import type { ImportRow } from '../roster/plan/plan-import.ts';
import { type FieldEdit, setField } from '../roster/users/field-edit.ts';
import { fields } from '../roster/users/fields.ts';
import { cleanCell, hasControlCharacters } from './cells.ts';
import { directoryId } from './directory-id.ts';
import { isEmail } from './email.ts';
import { problemValue, shown } from './problem.ts';
import type { CsvRecord } from './records.ts';
import type { UserColumns } from './user-columns.ts';

/**
 * Reads one row by the columns found in the header: who, and an edit for each filled cell. A blank cell is no edit,
 * `(clear)` empties. What the values stand for is for the plan to find out. There is no `row` where it is not
 * clear who is meant.
 */
export function readUserRow(
  { line, cells }: CsvRecord,
  columns: UserColumns,
): { row: ImportRow | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (code: string, column: string | undefined, value: string, message: string) => {
    const where = column === undefined || column === '' ? {} : { column };
    problems.push({ code, line, ...where, value: problemValue(value), message });
  };

  const user_email = cleanCell(cells[columns.user_email] ?? '');
  const wrong = whyNoEmail(user_email);
  if (wrong) report(wrong.code, 'user_email', user_email, wrong.message);

  const edits: FieldEdit[] = [];
  for (const { field, index } of columns.fields) {
    const text = cleanCell(cells[index] ?? '');
    if (text === '') continue;
    if (hasControlCharacters(text))
      report('control_characters', fields[field].jsonName, text, controlCharacters(text));
    else edits.push(setField(field, text));
  }
  const stray = cells.findIndex((cell, index) => !columns.headers[index] && cell.trim() !== '');
  if (stray >= 0) report('too_many_columns', undefined, cells[stray]!, tooManyColumns(stray, cells, columns));
  const text = (index: number) => cleanCell(cells[index] ?? '');
  const value = columns.id ? text(columns.id.index) : '';
  const id = columns.id && value !== '' ? directoryId(columns.id.kind, value) : undefined;
  const known = id && { id, names: columns.names.map(text).filter(Boolean) };
  return { row: wrong ? null : { line, user_email, ...known, edits }, problems };
}

function whyNoEmail(text: string): { code: string; message: string } | null {
  if (text === '') return { code: 'missing_email', message: 'The e-mail address is missing. Fill it in.' };
  if (hasControlCharacters(text)) return { code: 'control_characters', message: controlCharacters(text) };
  if (isEmail(text)) return null;
  const message = `${shown(text)} is not an e-mail address. Write one address, like name@example.com.`;
  return { code: 'invalid_email', message };
}

function controlCharacters(text: string): string {
  return `${shown(text)} has control characters. Type it anew.`;
}

function tooManyColumns(stray: number, cells: readonly string[], { headers }: UserColumns): string {
  const cell = shown(cells[stray]!);
  if (stray < headers.length)
    return `${cell} is in column ${stray + 1}, which has no name. Name the column, or empty the cell.`;
  return (
    `The row has ${cells.length} cells, the header ${headers.length} columns; ${cell} is in none. ` +
    'Put a cell that contains the separator in quotes.'
  );
}
