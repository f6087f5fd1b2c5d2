import { may, type Operator, type Privilege } from '../roster/privileges.ts';

const deeds: Record<Privilege, string> = {
  'UserManagement:Read': 'look at the roster',
  'UserManagement:Edit': 'change the roster',
  'RptContactCenterOperationLog:Read': 'read the history',
};

/** Why an operator may not do something, as a sentence; null if they may. */
export function whyNot(operator: Operator, privilege: Privilege): string | null {
  if (may(operator, privilege)) return null;
  const { operator_name, role_name } = operator;
  return `${operator_name} may not ${deeds[privilege]}: the role ${role_name} lacks ${privilege}.`;
}
