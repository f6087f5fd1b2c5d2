/** What a role lets one do here (domain: privilege; the vendor's names). */
export const privileges = [
  'UserManagement:Read',
  'UserManagement:Edit',
  'RptContactCenterOperationLog:Read',
] as const;
export type Privilege = (typeof privileges)[number];

/** Roles that every account has and nobody can rename or delete. */
export const builtInRoles: { role_name: string; privileges: Privilege[] }[] = [
  { role_name: 'Admin', privileges: [...privileges] },
  { role_name: 'Supervisor', privileges: ['UserManagement:Read'] },
  { role_name: 'Agent', privileges: [] },
];

/** The admin who uses the program. */
export interface Operator {
  operator_id: number;
  operator_name: string;
  role_name: string;
  is_owner: boolean;
  privileges: readonly Privilege[];
  /** Key of the e-mail of their own account user; null where they have none. */
  user_email_key: string | null;
  /** The fingerprint of the key they came in with, over SSH; not there: by their login. */
  key?: string;
}

/** Whether an operator may do something; the owner may do everything (domain rule 1). */
export function may(operator: Operator, privilege: Privilege): boolean {
  return operator.is_owner || operator.privileges.includes(privilege);
}
