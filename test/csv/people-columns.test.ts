import { expect, test } from 'vitest';
import { findPeopleColumns } from '../../source/csv/people-columns.ts';

function found(...headers: string[]) {
  const result = findPeopleColumns(headers, 1);
  if ('problem' in result) return result.problem;
  const { columns } = result;
  const text = Object.fromEntries(columns.text.map(({ field, index }) => [field, headers[index]]));
  const [status] = columns.account_status.map(({ index }) => headers[index]);
  return { email: columns.user_email.map(index => headers[index]), ...text, status };
}

test('remarks, case, spaces and separators make no difference', () => {
  expect(
    found(
      ' EMAIL  address [Required] ',
      'first-name',
      'LastName [Optional] [x]',
      'DEPARTMENT',
      'Status [READ ONLY]',
    ),
  ).toEqual({
    email: [' EMAIL  address [Required] '],
    first_name: 'first-name',
    last_name: 'LastName [Optional] [x]',
    department: 'DEPARTMENT',
    status: 'Status [READ ONLY]',
  });
});

test('columns that only look alike are left alone', () => {
  const headers = [
    'New Primary Email [UPLOAD ONLY]',
    'Recovery Email',
    'Email Address [Required]',
    'New Status [UPLOAD ONLY]',
  ];
  expect(found(...headers)).toEqual({ email: ['Email Address [Required]'], status: undefined });
});

test('an address column comes before a sign-in name', () => {
  expect(found('userPrincipalName', 'mail')).toMatchObject({ email: ['mail', 'userPrincipalName'] });
  expect(found('login', 'email')).toMatchObject({ email: ['email', 'login'] });
  expect(found('User Id', 'Username', 'First name', 'Last name', 'Primary email', 'Status')).toEqual({
    email: ['Primary email', 'Username'],
    first_name: 'First name',
    last_name: 'Last name',
    status: 'Status',
  });
});

test('without an address column, the columns there are and those that would do are named', () => {
  const problem = found('Name', 'Phone\u001b[2J');
  expect(problem).toMatchObject({ code: 'missing_column', line: 1, fatal: true });
  const { message } = problem as { message: string };
  expect(message).toContain('"Name" and "Phone\\u{1b}[2J"');
  expect(message).toContain('Email Address (Google Workspace)');
  expect(message).toContain('EmailAddress (Active Directory)');
});

test('a file without a header is told so', () => {
  expect(found('ana@example.com', 'Ana')).toMatchObject({
    message: expect.stringContaining('first line must name'),
  });
});
