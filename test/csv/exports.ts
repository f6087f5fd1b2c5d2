import type { AccountStatus } from '../../source/roster/users/vocabulary.ts';
import type { MadeUpPerson } from './names.ts';
import { madeUpPerson } from './names.ts';
import type { Layout } from './serialize.ts';
import { encodeText, serialize } from './serialize.ts';

export type Vendor = 'google' | 'entra' | 'okta' | 'zoom';
export const vendors: readonly Vendor[] = ['google', 'entra', 'okta', 'zoom'];

interface VendorFile {
  layout: Layout;
  headers: readonly string[];
  cells(person: MadeUpPerson, email: string): Record<string, string>;
  /** The column with the directory's own id, if any. */
  id?: string;
  statuses: readonly [AccountStatus, AccountStatus, AccountStatus];
}

const address = ({ number }: MadeUpPerson, lineBreak: string) =>
  number % 5 === 3 ? `${number} Main Street${lineBreak}Suite ${number % 90}` : '';

const files: Record<Vendor, VendorFile> = {
  google: {
    layout: { encoding: 'utf-8', separator: ',', lineBreak: '\n', quoteAll: false },
    headers:
      'First Name [Required]|Last Name [Required]|Email Address [Required]|Password [Required]|Password Hash Function [UPLOAD ONLY]|Org Unit Path [Required]|New Primary Email [UPLOAD ONLY]|Status [READ ONLY]|Last Sign In [READ ONLY]|Recovery Email|Home Secondary Email|Work Secondary Email|Recovery Phone [MUST BE IN THE E.164 FORMAT]|Work Phone|Home Phone|Mobile Phone|Work Address|Home Address|Employee ID|Employee Type|Employee Title|Manager Email|Department|Cost Center|2sv Enrolled [READ ONLY]|2sv Enforced [READ ONLY]|Building ID|Floor Name|Floor Section|Email Usage [READ ONLY]|Drive Usage [READ ONLY]|Total Storage [READ ONLY]|Change Password at Next Sign-In|New Status [UPLOAD ONLY]'.split(
        '|',
      ),
    cells: (person, email) => ({
      'First Name [Required]': person.first_name,
      'Last Name [Required]': person.last_name,
      'Email Address [Required]': email,
      'Password [Required]': '****',
      'Org Unit Path [Required]': '/Contact Center',
      'Status [READ ONLY]': ['Active', 'Suspended', 'Archived'][person.statusKind]!,
      'Last Sign In [READ ONLY]': person.number % 9 === 0 ? 'Never logged in' : '2026/03/02 08:15:40',
      'Recovery Email': 'home@recovery.example',
      'Work Phone': '+14155550100',
      'Work Address': address(person, '\n'),
      'Employee ID': String(100000 + person.number),
      Department: person.department,
      '2sv Enrolled [READ ONLY]': 'True',
      '2sv Enforced [READ ONLY]': 'False',
      'Email Usage [READ ONLY]': '0.04GB',
      'Drive Usage [READ ONLY]': '1.21GB',
      'Total Storage [READ ONLY]': 'Unlimited',
      'Change Password at Next Sign-In': 'False',
    }),
    statuses: ['active', 'inactive', 'inactive'],
  },
  entra: {
    layout: { encoding: 'utf-8-bom', separator: ',', lineBreak: '\r\n', quoteAll: false },
    headers:
      'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,streetAddress,state,country,officeLocation,city,postalCode,telephoneNumber,mobilePhone,alternateEmailAddress,ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,creationType,directorySynced,invitationState,identityIssuer,createdDateTime'.split(
        ',',
      ),
    cells: (person, email) => ({
      // Some accounts have no mailbox, and mail is blank: then the sign-in name is the address.
      userPrincipalName: person.number % 10 === 4 ? email : `up${person.number}@tenant.onmicrosoft.example`,
      mail: person.number % 10 === 4 ? '' : email,
      displayName: `${person.first_name} ${person.last_name}`,
      surname: person.last_name,
      givenName: person.first_name,
      id: `7cc0c81b-f2a2-489a-8243-${String(person.number).padStart(12, '0')}`,
      userType: 'Member',
      jobTitle: 'Agent',
      department: person.department,
      accountEnabled: ['True', 'False', 'False'][person.statusKind]!,
      usageLocation: 'DE',
      streetAddress: address(person, '\r\n'),
      directorySynced: 'True',
      createdDateTime: '8/19/2021 1:25:31 PM',
    }),
    id: 'id',
    statuses: ['active', 'inactive', 'inactive'],
  },
  okta: {
    layout: { encoding: 'utf-8', separator: ',', lineBreak: '\n', quoteAll: false },
    headers:
      'id,login,email,firstName,lastName,displayName,department,title,mobilePhone,postalAddress,status'.split(
        ',',
      ),
    cells: (person, email) => ({
      id: `00u${String(person.number).padStart(17, '0')}`,
      login: `user${person.number}`,
      email,
      firstName: person.first_name,
      lastName: person.last_name,
      displayName: `${person.first_name} ${person.last_name}`,
      department: person.department,
      postalAddress: address(person, '\n'),
      status: [person.number % 17 === 0 ? 'PASSWORD_EXPIRED' : 'ACTIVE', 'DEPROVISIONED', 'STAGED'][
        person.statusKind
      ]!,
    }),
    id: 'id',
    statuses: ['active', 'inactive', 'pending'],
  },
  zoom: {
    layout: { encoding: 'utf-8-bom', separator: ',', lineBreak: '\r\n', quoteAll: true },
    headers:
      'User ID,Email,First Name,Last Name,Display Name,Department,Manager,User Group,Job Title,Location,User Status,License,Created Date'.split(
        ',',
      ),
    cells: (person, email) => ({
      'User ID': `z${String(person.number).padStart(21, 'A')}`,
      Email: email,
      'First Name': person.first_name,
      'Last Name': person.last_name,
      'Display Name': `${person.first_name} ${person.last_name}`,
      Department: person.department,
      'User Group': 'Contact center',
      Location: address(person, '\r\n'),
      'User Status': ['Active', 'Inactive', 'Pending'][person.statusKind]!,
      License: 'Licensed',
      'Created Date': '2026-01-05',
    }),
    id: 'User ID',
    statuses: ['active', 'inactive', 'pending'],
  },
};

/** The e-mail address of a vendor's person: different for every vendor and number. */
export function emailOf(vendor: Vendor, number: number): string {
  return `${vendor}.Person${number}@${vendor}-people.example`;
}

/** What an import should know of a vendor's person. Blank departments are left out, as `readPeople` does it. */
export function expectedPerson(vendor: Vendor, number: number) {
  const person = madeUpPerson(number);
  const { first_name, last_name, department } = person;
  const { id, cells, statuses } = files[vendor];
  const value = id && cells(person, emailOf(vendor, number))[id];
  return {
    ...(value && { id: { kind: vendor === 'entra' ? 'guid' : 'id', value } }),
    user_email: emailOf(vendor, number),
    first_name,
    last_name,
    ...(vendor === 'google' ? {} : { display_name: `${first_name} ${last_name}` }),
    ...(department === '' ? {} : { department }),
    account_status: statuses[person.statusKind],
  };
}

/** The headers and rows of a vendor's export of `count` people, by the names of the columns. */
export function exportTable(vendor: Vendor, count: number) {
  const { headers, cells } = files[vendor];
  const rows = Array.from({ length: count }, (_, number) =>
    cells(madeUpPerson(number), emailOf(vendor, number)),
  );
  return { headers, rows };
}

/**
 * The bytes of the file that a vendor's admin console gives for `count` people, in the vendor's own encoding,
 * separator and quoting unless `layout` changes them. Every fifth row has a line break inside a quoted cell.
 */
export function exportFile(vendor: Vendor, count: number, layout: Partial<Layout> = {}): Buffer {
  const { headers, rows } = exportTable(vendor, count);
  const chosen = { ...files[vendor].layout, ...layout };
  const table = [headers, ...rows.map(row => headers.map(header => row[header] ?? ''))];
  return encodeText(serialize(table, chosen).text, chosen.encoding);
}

/** What `readPeople` has to say of a planted row. */
export interface PlantedProblem {
  code: string;
  line: number;
  column: string;
  value: string;
}

/**
 * A Google export of `count` people (at least 2,000 for the rows to exist) of which five rows are bad, and exactly
 * what is wrong with them.
 */
export function exportWithFiveBadRows(count = 2000): { bytes: Buffer; problems: PlantedProblem[] } {
  const { headers, rows } = exportTable('google', count);
  const long = 'x'.repeat(65);
  const planted: [row: number, code: string, column: string, value: string][] = [
    [17, 'invalid_email', 'Email Address [Required]', 'ana.silva at example.com'],
    [404, 'missing_email', 'Email Address [Required]', ''],
    [911, 'too_long', 'First Name [Required]', long],
    [1500, 'unknown_account_status', 'Status [READ ONLY]', 'Vacation'],
    [1999, 'duplicate_email', 'Email Address [Required]', emailOf('google', 3).toUpperCase()],
  ];
  for (const [row, , column, value] of planted) rows[row]![column] = value;
  const { layout } = files.google;
  const table = [headers, ...rows.map(row => headers.map(header => row[header] ?? ''))];
  const { text, lines } = serialize(table, layout);
  const problems = planted.map(([row, code, column, value]) => ({
    code,
    line: lines[row + 1]!,
    column,
    value,
  }));
  return { bytes: encodeText(text, layout.encoding), problems };
}
