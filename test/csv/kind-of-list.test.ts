import { expect, test } from 'vitest';
import { lookLikePeople, lookLikeUsers } from '../../source/csv/kind-of-list.ts';
import { readUserRows } from '../../source/csv/users.ts';
import { inChunks } from './chunks.ts';
import { exportTable, vendors } from './exports.ts';

const said = (headers: string) => lookLikePeople(headers.split(','), 'people.csv')?.message;

test.each([
  ['DistinguishedName,EmailAddress,Enabled,GivenName,Surname,SamAccountName', ' (Active Directory)'],
  ['primaryEmail,name.givenName,name.familyName,suspended,orgUnitPath', ' (Google Workspace)'],
  ['user_id,user_email,first_name,last_name,display_name,department,account_status,licensed', ''],
  ['Email,First Name,Last Name', ''],
])('%s is a list of people', (headers, from) => {
  expect(said(headers)).toBe(`This looks like a list of people${from}: roster people import people.csv`);
});

test.each(vendors)('so is the export of %s', vendor => {
  const { headers } = exportTable(vendor, 1);
  expect(lookLikePeople(headers, "Ana's list.csv")?.message).toMatch(
    /^This looks like a list of people \(.+\): roster people import 'Ana'\\''s list\.csv'$/,
  );
  expect(lookLikeUsers(headers, 1, 'x.csv')).toBeNull();
});

test.each([
  'user_email,user_access',
  'user_email,display_name',
  'user_email,status',
  'user_email,Status,Region',
  'Email,Role',
  'Email,First Name,Last Name,Role,Queues',
  'Email,Name,Status',
  'user_email',
  'First Name,Shoe size',
])('%s is none', headers => {
  expect(said(headers)).toBeUndefined();
});

test.each([
  ['Email Address,Status', 'Status', ' (Google Workspace)'],
  ['User Email,Status', 'Status', ' (Zoom)'],
  ['status,Email Address', 'status', ' (Google Workspace)'],
])('%s may be one: both commands are named, and what each does', (headers, column, from) => {
  expect(said(headers)).toBe(
    `${column} can mean two things. If it says which users may get in, call the column user_access, and then: roster import people.csv. ` +
      `If it is the status of accounts${from}, which this changes for the whole account: roster people import people.csv`,
  );
  expect(said(headers.replace(/status/i, 'user_access'))).toBeUndefined();
});

test('a list of users is known, too', () => {
  const kind = (headers: string) => lookLikeUsers(headers.split(','), 1, '-')?.problem.message;
  expect(kind('user_id,user_email,first_name,role_name,queues')).toBe(
    'This looks like a list of users (role_name and queues): roster import -',
  );
  expect(kind('Email,Role,Queues,Status')).toContain('(Role and Queues)');
  expect(kind('Email,First Name,Role')).toBeUndefined();
});

test('settings go by what people call them', async () => {
  const text =
    'E-Mail,Name,Role,Status,Queue,Skills,Agent load,Country\nnoor@corp.example,Noor,Agent,active,Billing,Spanish=4,50,DE\n';
  const { rows, problems, ignored } = await readUserRows(inChunks(Buffer.from(text)));
  expect({ problems, ignored }).toEqual({ problems: [], ignored: ['Name'] });
  expect(rows[0]?.edits.map(({ field }) => field)).toEqual([
    ...['role', 'user_access', 'queues', 'skills', 'max_agent_load', 'country_iso_code'],
  ]);
});
