import type { Problem } from '../roster/plan/change-set.ts';
import { shellWord } from '../roster/text/shell-word.ts';
import { listed } from '../roster/text/words.ts';
import type { FieldName } from '../roster/users/user.ts';
import { cleanCell } from './cells.ts';
import { directoryOf, meaningOf } from './people-columns.ts';
import { type CsvProblem, shownHeader } from './problem.ts';
import { wordKey } from './truth-words.ts';
import { fieldOf } from './user-columns.ts';

/** What directories tell of people, too, and so says nothing of which list it is. */
const common = new Set<FieldName | undefined>([
  'display_name',
  'user_access',
  'country_iso_code',
  'region',
  'team',
]);

/** The headers of settings that only a list of users has. */
function settings(headers: readonly string[]): string[] {
  return headers.filter(name => {
    const field = fieldOf(name);
    return wordKey(name) === 'useraccess' || (field !== undefined && !common.has(field));
  });
}

/** That a file for `roster import` is a list of people, by its header; null if it is not. `file` is its name. */
export function lookLikePeople(header: readonly string[], file: string): Omit<Problem, 'line'> | null {
  const headers = header.map(cleanCell);
  const meanings = headers.map(name => ({ key: wordKey(name), field: meaningOf(name)?.field }));
  const has = (...fields: string[]) =>
    meanings.some(({ field }) => field !== undefined && fields.includes(field));
  if (settings(headers).length > 0 || !has('user_email')) return null;
  const directory = directoryOf(headers);
  const tellsStatus = meanings.some(({ key, field }) => field === 'account_status' && key !== 'status');
  const isEmpty = headers.every(name => fieldOf(name) === undefined);
  const named = isEmpty && has('first_name', 'last_name', 'display_name', 'department');
  if (!tellsStatus && !named && (directory === null || directory === 'roster')) return null;
  const from = directory === null || directory === 'roster' ? '' : ` (${directory})`;
  const people = `roster people import ${shellWord(file)}`;
  const status = headers.find(name => wordKey(name) === 'status');
  const message =
    status !== undefined && headers.length === 2
      ? `${shownHeader(status)} can mean two things. If it says which users may get in, call the column user_access, and then: ` +
        `roster import ${shellWord(file)}. If it is the status of accounts${from}, which this changes for the whole account: ${people}`
      : `This looks like a list of people${from}: ${people}`;
  return { code: 'looks_like_people', message };
}

/** That a file for `roster people import` is a list of users, by its header; null if it is not. `file` is its name. */
export function lookLikeUsers(
  header: readonly string[],
  line: number,
  file: string,
): { problem: CsvProblem } | null {
  const headers = header.map(cleanCell);
  const found = settings(headers);
  const tellsStatus = headers.some(
    name => meaningOf(name)?.field === 'account_status' && wordKey(name) !== 'status',
  );
  if (found.length < 2 || tellsStatus) return null;
  const columns = listed(found.map(shownHeader));
  const message = `This looks like a list of users (${columns}): roster import ${shellWord(file)}`;
  return { problem: { code: 'looks_like_users', line, message, fatal: true } };
}
