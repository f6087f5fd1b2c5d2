import { expect, it } from 'vitest';
import { builtInRoles, may, type Operator, type Privilege } from '../../source/roster/access/privileges.ts';

function operator(privileges: readonly Privilege[], is_owner = false): Operator {
  return { operator_id: 1, operator_name: 'x', role_name: 'x', is_owner, privileges, user_email_key: null };
}

function ofRole(name: string): Operator {
  return operator(builtInRoles.find(role => role.role_name === name)?.privileges ?? []);
}

it('rule 1: owner and Admin may do everything, Supervisor may look, Agent nothing', () => {
  const read = 'UserManagement:Read';
  const edit = 'UserManagement:Edit';
  const history = 'RptContactCenterOperationLog:Read';
  const roles = 'RoleManagement:Edit';
  const settings = 'AccountSettings:Edit';
  const allowed = (who: Operator) =>
    [read, edit, history, roles, settings].filter(privilege => may(who, privilege as Privilege));
  expect(allowed(operator([], true))).toEqual([read, edit, history, roles, settings]);
  expect(allowed(ofRole('Admin'))).toEqual([read, edit, history, roles, settings]);
  expect(allowed(ofRole('Supervisor'))).toEqual([read]);
  expect(allowed(ofRole('Agent'))).toEqual([]);
});
