import { noContent, refuse } from '../rules/answer.ts';
import { addedRoleAnswer, addRoleBody, changeRoleBody, removeRoleQuery } from '../schemas/roles.ts';
import { grouped, isPrivilege } from '../state/privileges.ts';
import type { Role, State } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';
import { noRole } from './roles.ts';

interface RoleBody {
  role_name?: string;
  role_description?: string;
  privileges?: string[];
}

export const changeRoles: readonly Operation[] = [
  operation<RoleBody & { role_name: string }>({
    name: 'POST /contact_center/roles',
    category: 'light',
    scope: 'contact_center:write:role:admin',
    body: addRoleBody,
    answer: addedRoleAnswer,
    run(call) {
      const refusal = roleRefusal(call);
      if (refusal) return refusal;
      const { role_id, role_name, role_description, privileges } = call.catalog.addRole(call.body);
      return {
        status: 201,
        body: { role_id, role_name, role_description, privileges: grouped(privileges) },
      };
    },
  }),
  operation<RoleBody>({
    name: 'PATCH /contact_center/roles/{roleId}',
    category: 'light',
    scope: 'contact_center:update:role:admin',
    body: changeRoleBody,
    run(call) {
      const role = call.state.roles.get(call.params.roleId!);
      if (!role) return noRole;
      // The number is for the name; a note says that nothing of these roles can be changed.
      if (isBuiltIn(role)) return builtIn(role);
      const refusal = roleRefusal(call, role);
      if (refusal) return refusal;
      // Whether privileges are set or added is not said.
      call.catalog.set(role, call.body);
      return noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/roles/{roleId}',
    category: 'light',
    scope: 'contact_center:delete:role:admin',
    query: removeRoleQuery,
    run({ state, catalog, params, query: { transfer_role_id } }) {
      const role = state.roles.get(params.roleId!);
      if (!role) return noRole;
      // Where nobody has the role, too.
      if (!transfer_role_id) return refuse(400, 2102, 'Transfer role ID cannot be empty.');
      const to = state.roles.get(transfer_role_id);
      if (!to) return noRole;
      // Neither is said, but users have to have a role.
      if (isBuiltIn(role)) return builtIn(role);
      if (to === role) return refuse(400, 300, 'Users can’t get the role that goes.');
      catalog.removeRole(role, to);
      return noContent;
    },
  }),
];

function isBuiltIn({ role_name }: Role): boolean {
  return ['Admin', 'Supervisor', 'Agent'].includes(role_name);
}

function builtIn({ role_name }: Role) {
  return refuse(400, 2204, `${role_name} cannot be updated.`);
}

function roleRefusal({ state, body }: { state: State; body: RoleBody }, role?: Role) {
  const taken = [...state.roles.values()].some(other => other !== role && other.role_name === body.role_name);
  if (taken) return refuse(400, 2203, 'The role name already exists. Please change to a new one.');
  const unknown = body.privileges?.filter(name => !isPrivilege(name)) ?? [];
  return unknown.length > 0 ? refuse(400, 2207, `Invalid role privileges: ${unknown}.`) : undefined;
}
