/** What a role lets one do here (domain: privilege; the vendor's names). */
export const privileges = [
  'UserManagement:Read',
  'UserManagement:Edit',
  'RptContactCenterOperationLog:Read',
  'RoleManagement:Edit',
  'AccountSettings:Edit',
] as const;
export type Privilege = (typeof privileges)[number];

/** Roles that every account has and nobody can rename or delete. */
export const builtInRoles: { role_name: string; privileges: Privilege[] }[] = [
  { role_name: 'Admin', privileges: [...privileges] },
  { role_name: 'Supervisor', privileges: ['UserManagement:Read'] },
  { role_name: 'Agent', privileges: [] },
];

/** Somebody who may do something, by name. */
export interface Holder {
  operator_name: string;
  role_name: string;
  is_owner: boolean;
  privileges: readonly Privilege[];
}

/** The admin who uses the program. */
export interface Operator extends Holder {
  operator_id: number;
  /** Key of the e-mail of their own account user; null where they have none. */
  user_email_key: string | null;
  /** Their name as a person of the account, where they are one. */
  person_name?: string;
  /** The fingerprint of the key they came in with, over SSH; not there: by their login. */
  key?: string;
}

/** Whether somebody may do something; an owner may do everything (domain rule 1). */
export function may(
  { is_owner, privileges }: Pick<Holder, 'is_owner' | 'privileges'>,
  privilege: Privilege,
): boolean {
  return is_owner || privileges.includes(privilege);
}
