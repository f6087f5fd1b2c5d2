import { expect, test } from 'vitest';
import { readPeople } from '../../source/csv/people.ts';
import { directoryOf, findPeopleColumns, usedColumns } from '../../source/csv/people-columns.ts';
import { all, inChunks } from './chunks.ts';

/** The people of a file, without their lines. */
async function people(text: string) {
  const rows = await all(readPeople(inChunks(Buffer.from(text))));
  return rows.map(row => {
    if ('problem' in row) return row.problem.code;
    const { line: _, ...person } = row.person;
    return person;
  });
}

const noor = { first_name: 'Noor', last_name: 'Haddad' };
const paul = { first_name: 'Paul', last_name: 'Okafor' };

test.each([
  [
    'Active Directory',
    'DistinguishedName,EmailAddress,Enabled,GivenName,Name,ObjectGUID,SamAccountName,Surname,UserPrincipalName\n' +
      '"CN=Noor Haddad,DC=corp",noor@corp.example,True,Noor,Noor Haddad,8f-1,nhaddad,Haddad,nhaddad@corp.example\n' +
      '"CN=Paul Okafor,DC=corp",,False,Paul,Paul Okafor,8f-2,pokafor,Okafor,pokafor@corp.example\n',
    [
      {
        id: { kind: 'objectguid', value: '8f-1' },
        user_email: 'noor@corp.example',
        ...noor,
        display_name: 'Noor Haddad',
        account_status: 'active',
      },
      {
        id: { kind: 'objectguid', value: '8f-2' },
        user_email: 'pokafor@corp.example',
        ...paul,
        display_name: 'Paul Okafor',
        account_status: 'inactive',
      },
    ],
  ],
  [
    'Active Directory',
    'DN,sn,givenName,userAccountControl,sAMAccountName,mail\nx,Haddad,Noor,512,a,noor@corp.example\ny,Okafor,Paul,66050,b,paul@corp.example\n',
    [
      { user_email: 'noor@corp.example', ...noor, account_status: 'active' },
      { user_email: 'paul@corp.example', ...paul, account_status: 'inactive' },
    ],
  ],
  [
    'Google Workspace',
    'primaryEmail,name.givenName,name.familyName,suspended,archived,orgUnitPath\n' +
      'noor@corp.example,Noor,Haddad,False,False,/\npaul@corp.example,Paul,Okafor,False,True,/\n',
    [
      { user_email: 'noor@corp.example', ...noor, account_status: 'active' },
      { user_email: 'paul@corp.example', ...paul, account_status: 'inactive' },
    ],
  ],
  [
    'Microsoft Entra',
    'User principal name,First name,Last name,Block sign-in,Licenses,Usage location\n' +
      'noor@corp.example,Noor,Haddad,No,E3,DE\npaul@corp.example,Paul,Okafor,Yes,E3,DE\n',
    [
      { user_email: 'noor@corp.example', ...noor, account_status: 'active' },
      { user_email: 'paul@corp.example', ...paul, account_status: 'inactive' },
    ],
  ],
  [
    'Microsoft Entra',
    'Name [displayName] Required,User name [userPrincipalName] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname],Job title [jobTitle]\n' +
      'Noor H.,noor@corp.example,No,Noor,Haddad,Agent\nPaul O.,paul@corp.example,Yes,Paul,Okafor,Agent\n',
    [
      { user_email: 'noor@corp.example', ...noor, display_name: 'Noor H.', account_status: 'active' },
      { user_email: 'paul@corp.example', ...paul, display_name: 'Paul O.', account_status: 'inactive' },
    ],
  ],
  [
    'SCIM',
    'schemas,userName,name.givenName,name.familyName,emails[0].value,active,meta.created\n' +
      'x,nhaddad,Noor,Haddad,noor@corp.example,true,x\nx,pokafor,Paul,Okafor,paul@corp.example,false,x\n',
    [
      { user_email: 'noor@corp.example', ...noor, account_status: 'active' },
      { user_email: 'paul@corp.example', ...paul, account_status: 'inactive' },
    ],
  ],
  [
    'Okta',
    'profile.login,profile.email,profile.firstName,profile.lastName,profile.secondEmail,status\n' +
      'nh,noor@corp.example,Noor,Haddad,,ACTIVE\npo,paul@corp.example,Paul,Okafor,,SUSPENDED\n',
    [
      { user_email: 'noor@corp.example', ...noor, account_status: 'active' },
      { user_email: 'paul@corp.example', ...paul, account_status: 'inactive' },
    ],
  ],
])('%s: who is disabled stays out, and names are found', async (directory, text, expected) => {
  expect(await people(text)).toEqual(expected);
  expect(directoryOf(text.slice(0, text.indexOf('\n')).split(','))).toBe(directory);
});

test.each([
  ['Enabled', 'enabled'],
  [' ENABLED ', 'enabled'],
  ['Account Enabled', 'enabled'],
  ['[accountEnabled]', 'enabled'],
  ['account_enabled', 'enabled'],
  ['Account enabled [accountEnabled]', 'enabled'],
  ['Block sign in (Yes/No) [accountEnabled] Required', 'blocked'],
  ['Anmelden blockieren (Ja/Nein) [accountEnabled] Erforderlich', 'blocked'],
  ['Bloquer la connexion [accountEnabled]', 'blocked'],
  ['Bejelentkezés letiltása (Igen/Nem) [accountEnabled]', 'blocked'],
  ['Block sign in (Yes/No)', 'blocked'],
  ['Block sign-in', 'blocked'],
  ['BlockCredential', 'blocked'],
  ['suspended', 'blocked'],
  ['Archived', 'blocked'],
  ['Sign-in status', 'status'],
  ['Sign in Status', 'status'],
  ['active', 'enabled'],
])('%s says %s', (header, column) => {
  const found = findPeopleColumns(['Email', header], 1);
  expect(found).toMatchObject({ columns: { account_status: [{ index: 1, column }] } });
});

test.each([
  [
    'enabled',
    'WAHR VRAI VERDADERO VERO VERDADEIRO WAAR PRAWDA ИСТИНА SANT DOĞRU Ja sí 1 Enabled TRUE',
    'active',
  ],
  [
    'enabled',
    'FALSCH FAUX FALSO Onwaar FAŁSZ ЛОЖЬ FALSKT YANLIŞ EPÄTOSI non não 0 Disabled false',
    'inactive',
  ],
  ['suspended', 'WAHR vrai Suspended', 'inactive'],
  ['suspended', 'FALSCH Faux active', 'active'],
  ['Sign-in status', 'Allowed Sign-in_allowed', 'active'],
  ['Sign-in status', 'Blocked Sign-in_blocked', 'inactive'],
])('%s: %s', async (column, words, status) => {
  const list = words.split(' ');
  const text = `Email,${column}\n${list.map((word, n) => `p${n}@corp.example,${word}\n`).join('')}`;
  expect(await people(text)).toEqual(
    list.map((_, n) => ({ user_email: `p${n}@corp.example`, account_status: status })),
  );
});

test('a word that says neither is named, and nobody becomes active by it', async () => {
  expect(await people('Email,Enabled\nnoor@corp.example,perhaps\n')).toEqual(['unknown_account_status']);
  expect(await people('Email,userAccountControl\nnoor@corp.example,on\n')).toEqual([
    'unknown_account_status',
  ]);
});

test('a column of an address in the country does not pass for a status', () => {
  const found = findPeopleColumns(['mail', 'state', 'Enabled for backup', 'Last Sign In'], 1);
  expect(found).toMatchObject({ columns: { account_status: [] } });
});

test('columns are used or not, and all are named', () => {
  const found = findPeopleColumns(['Shoe size', 'Mail', 'UserPrincipalName', '', 'Full name'], 1);
  if ('problem' in found) throw new Error(found.problem.message);
  expect(usedColumns(found.columns)).toEqual({
    used: ['Mail', 'UserPrincipalName', 'Full name'],
    unused: ['Shoe size'],
  });
});

test('what may come from several directories is said to come from none', () => {
  expect(directoryOf(['Email', 'First Name', 'Last Name'])).toBeNull();
  expect(directoryOf(['Shoe size'])).toBeNull();
});
