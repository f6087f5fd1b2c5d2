import { expect, it } from 'vitest';
import { builtInRoles, may, type Operator, type Privilege } from '../../source/roster/privileges.ts';

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
  const allowed = (who: Operator) => [read, edit, history].map(privilege => may(who, privilege as Privilege));
  expect(allowed(operator([], true))).toEqual([true, true, true]);
  expect(allowed(ofRole('Admin'))).toEqual([true, true, true]);
  expect(allowed(ofRole('Supervisor'))).toEqual([true, false, false]);
  expect(allowed(ofRole('Agent'))).toEqual([false, false, false]);
});
