import type { StatusColumn } from './account-status.ts';

/** Fields of a person that are plain text. */
export const textFields = ['first_name', 'last_name', 'display_name', 'department'] as const;
export type TextField = (typeof textFields)[number];

/** The columns of a directory's exports, by their headers; of several for one thing the first is the best. */
export interface Directory {
  name: string;
  /** By which the directory itself knows somebody, whatever their address is. */
  id?: readonly string[];
  user_email: readonly string[];
  /** Columns that hold an e-mail address as a rule, used for people whose e-mail column is blank. */
  sign_in_name?: readonly string[];
  first_name: readonly string[];
  last_name: readonly string[];
  display_name?: readonly string[];
  department: readonly string[];
  account_status: Readonly<Record<string, StatusColumn>>;
  /** Others by which its exports are recognized. */
  marks?: readonly string[];
}

/** Which headers the exports of each directory have for a person's fields. Other columns are left alone. */
export const directories: readonly Directory[] = [
  {
    name: 'roster',
    id: ['user_id'],
    user_email: ['user_email'],
    first_name: ['first_name'],
    last_name: ['last_name'],
    display_name: ['display_name'],
    department: ['department'],
    account_status: { account_status: 'status' },
    marks: ['licensed'],
  },
  {
    // Admin console, Users, Download users; "[Required]", "[READ ONLY]" follow the names. And GAM, print users.
    name: 'Google Workspace',
    id: ['id'],
    user_email: ['Email Address', 'primaryEmail'],
    first_name: ['First Name', 'name.givenName'],
    last_name: ['Last Name', 'name.familyName'],
    display_name: ['name.displayName', 'name.fullName'],
    department: ['Department', 'organizations.0.department'],
    account_status: { Status: 'status', suspended: 'blocked', archived: 'blocked' },
    marks: [
      ...['Org Unit Path', 'Last Sign In', 'Recovery Email', 'New Status', '2sv Enrolled', 'Employee ID'],
      ...['orgUnitPath', 'isAdmin', 'lastLoginTime', 'suspensionReason'],
    ],
  },
  {
    // Entra admin center, Users, Download users, and its templates for bulk operations (`First name [givenName]`);
    // the Microsoft 365 admin center's Export users.
    name: 'Microsoft Entra',
    id: ['id', 'objectId'],
    user_email: ['mail'],
    sign_in_name: ['userPrincipalName'],
    first_name: ['givenName', 'First name'],
    last_name: ['surname', 'Last name'],
    display_name: ['displayName', 'Display name'],
    department: ['department'],
    account_status: {
      accountEnabled: 'enabled',
      'Block credential': 'blocked',
      'Block sign-in': 'blocked',
      'Sign-in blocked': 'blocked',
      'Sign-in status': 'status',
    },
    marks: ['userType', 'usageLocation', 'jobTitle', 'passwordProfile', 'directorySynced', 'Licenses'],
  },
  {
    // Get-ADUser | Export-Csv; csvde has the attributes' own names.
    name: 'Active Directory',
    id: ['ObjectGUID'],
    user_email: ['EmailAddress', 'mail', 'PrimarySmtpAddress'],
    sign_in_name: ['UserPrincipalName'],
    first_name: ['GivenName'],
    last_name: ['Surname', 'sn'],
    display_name: ['DisplayName', 'Name', 'cn'],
    department: ['Department'],
    account_status: { Enabled: 'enabled', userAccountControl: 'control_bits' },
    marks: ['DistinguishedName', 'DN', 'SamAccountName', 'ObjectClass', 'SID', 'objectSid'],
  },
  {
    // The profile's attribute names (API, exports made with it), and the names that the console's reports use.
    name: 'Okta',
    id: ['id', 'User Id'],
    user_email: ['email', 'Primary email', 'profile.email'],
    sign_in_name: ['login', 'Username', 'profile.login'],
    first_name: ['firstName', 'First name', 'profile.firstName'],
    last_name: ['lastName', 'Last name', 'profile.lastName'],
    display_name: ['displayName', 'profile.displayName'],
    department: ['department', 'profile.department'],
    account_status: { status: 'status' },
    marks: ['secondEmail', 'profile.secondEmail', 'Secondary email', 'statusChanged', 'passwordChanged'],
  },
  {
    // RFC 7643; a list of several is `emails[0].value`, or only `emails`.
    name: 'SCIM',
    id: ['id'],
    user_email: [
      'emails[type eq "work"].value',
      'emails.value',
      'emails[0].value',
      'emails.0.value',
      'emails',
    ],
    sign_in_name: ['userName'],
    first_name: ['name.givenName'],
    last_name: ['name.familyName'],
    display_name: ['displayName', 'name.formatted'],
    department: ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 'department'],
    account_status: { active: 'enabled' },
    marks: ['schemas', 'meta.resourceType', 'meta.created', 'externalId'],
  },
  {
    // User Management, Users, Export.
    name: 'Zoom',
    id: ['User ID'],
    user_email: ['Email', 'User Email'],
    first_name: ['First Name'],
    last_name: ['Last Name'],
    display_name: ['Display Name'],
    department: ['Department'],
    account_status: { 'User Status': 'status', Status: 'status' },
    marks: ['User Group', 'License', 'Job Title', 'Created Date'],
  },
  {
    // Lists that people keep by hand.
    name: 'other',
    user_email: ['e-mail', 'Mail address', 'Work email'],
    first_name: ['Forename'],
    last_name: ['Family name'],
    display_name: ['Full name'],
    department: [],
    account_status: {
      'Account enabled': 'enabled',
      'Is active': 'enabled',
      'Is enabled': 'enabled',
      Disabled: 'blocked',
      'Account disabled': 'blocked',
      'Is disabled': 'blocked',
      'Is suspended': 'blocked',
      Blocked: 'blocked',
      Inactive: 'blocked',
      Deleted: 'blocked',
      'Account state': 'status',
    },
  },
];
