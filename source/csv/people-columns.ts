import type { StatusWords } from './account-status.ts';
import { blockedWords, enabledWords, statusWords } from './account-status.ts';
import type { CsvProblem } from './problem.ts';
import { problemValue, shown } from './problem.ts';

/** Fields of a person that are plain text. */
export type TextField = 'first_name' | 'last_name' | 'display_name' | 'department';

interface Source {
  name: string;
  user_email: readonly string[];
  /** Columns that hold an e-mail address as a rule, used for people whose e-mail column is blank. */
  sign_in_name?: readonly string[];
  first_name: readonly string[];
  last_name: readonly string[];
  display_name: readonly string[];
  department: readonly string[];
  account_status: readonly { header: string; words: StatusWords }[];
}

const status = (header: string) => ({ header, words: statusWords });

/** Which headers the exports of each system have for a person's fields. Other columns are left alone. */
const sources: readonly Source[] = [
  {
    name: 'roster',
    user_email: ['user_email'],
    first_name: ['first_name'],
    last_name: ['last_name'],
    display_name: ['display_name'],
    department: ['department'],
    account_status: [status('account_status')],
  },
  {
    // Admin console, Users, Download users; "[Required]", "[READ ONLY]" follow the names.
    name: 'Google Workspace',
    user_email: ['Email Address'],
    first_name: ['First Name'],
    last_name: ['Last Name'],
    display_name: [],
    department: ['Department'],
    account_status: [status('Status')],
  },
  {
    // Entra admin center, Users, Download users; and the Microsoft 365 admin center's Export users.
    name: 'Microsoft Entra',
    user_email: ['mail'],
    sign_in_name: ['userPrincipalName'],
    first_name: ['givenName', 'First name'],
    last_name: ['surname', 'Last name'],
    display_name: ['displayName', 'Display name'],
    department: ['department'],
    account_status: [
      { header: 'accountEnabled', words: enabledWords },
      { header: 'Block credential', words: blockedWords },
    ],
  },
  {
    // The profile's attribute names (API, exports made with it), and the names that the console's reports use.
    name: 'Okta',
    user_email: ['email', 'Primary email'],
    sign_in_name: ['login', 'Username'],
    first_name: ['firstName', 'First name'],
    last_name: ['lastName', 'Last name'],
    display_name: ['displayName'],
    department: ['department'],
    account_status: [status('status')],
  },
  {
    // User Management, Users, Export.
    name: 'Zoom',
    user_email: ['Email', 'User Email'],
    first_name: ['First Name'],
    last_name: ['Last Name'],
    display_name: ['Display Name'],
    department: ['Department'],
    account_status: [status('User Status'), status('Status')],
  },
];

/** Where a person's fields are in the rows of a file: indices of cells. */
export interface PeopleColumns {
  /** The headers as they stand in the file, trimmed. */
  headers: string[];
  /** Where an e-mail address may be, the best first: the first that is not blank counts. */
  user_email: number[];
  text: { field: TextField; index: number }[];
  account_status: { index: number; words: StatusWords } | undefined;
}

/**
 * Finds a person's fields by the names in the header row, in any order, among columns that are of no interest.
 * Case, spaces, `_`, `-` and a remark in brackets at the end ("[Required]") make no difference. Of several
 * columns for a text field, the first in the file counts. A file without any column for the e-mail address is
 * refused with a fatal problem; any other field may be missing.
 */
export function findPeopleColumns(
  header: readonly string[],
  line: number,
): { columns: PeopleColumns } | { problem: CsvProblem } {
  const headers = header.map(name => name.trim());
  const folded = headers.map(fold);
  const find = (names: readonly string[]) => {
    const accepted = new Set(names.map(fold));
    return folded.findIndex(name => accepted.has(name));
  };

  const emailNames = [
    ...sources.flatMap(source => source.user_email),
    ...sources.flatMap(source => source.sign_in_name ?? []),
  ];
  const emails = emailNames.map(name => folded.indexOf(fold(name))).filter(index => index !== -1);
  if (emails.length === 0) return { problem: missingEmailColumn(headers, line) };

  const text = (['first_name', 'last_name', 'display_name', 'department'] as const)
    .map(field => ({ field, index: find(sources.flatMap(source => source[field])) }))
    .filter(({ index }) => index !== -1);
  const statuses = sources
    .flatMap(source => source.account_status)
    .map(({ header: name, words }) => ({ index: folded.indexOf(fold(name)), words }));
  const account_status = statuses.find(({ index }) => index !== -1);
  return { columns: { headers, user_email: [...new Set(emails)], text, account_status } };
}

function fold(header: string): string {
  const withoutRemarks = header.replace(/(?:\s*\[[^\]]*\])+\s*$/, '');
  return withoutRemarks.toLowerCase().replace(/[\s_-]/g, '');
}

function missingEmailColumn(headers: readonly string[], line: number): CsvProblem {
  const found = headers.filter(name => name !== '').map(shown);
  const accepted = sources.map(
    ({ name, user_email, sign_in_name = [] }) => `${[...user_email, ...sign_in_name].join(' or ')} (${name})`,
  );
  const some = found.slice(0, 12).join(', ') + (found.length > 12 ? ` and ${found.length - 12} more` : '');
  const advice = headers.some(name => name.includes('@'))
    ? 'The first line must name the columns.'
    : 'Name the column with the addresses as one of these.';
  return {
    code: 'missing_column',
    line,
    value: problemValue(headers.join(', ')),
    message: `No column for the e-mail address. Columns found: ${some}. Known: ${accepted.join(', ')}. ${advice}`,
    fatal: true,
  };
}
