import { noContent, refuse } from '../rules/answer.ts';
import {
  roleAnswer,
  rolePage,
  rolesQuery,
  roleUsersAnswer,
  roleUsersPage,
  roleUsersQuery,
} from '../schemas/roles.ts';
import { userIdsBody } from '../schemas/users.ts';
import { grouped } from '../state/privileges.ts';
import type { Role, State } from '../state/state.ts';
import { runForUsers } from './batch.ts';
import { type Operation, operation } from './operation.ts';
import { identity } from './shown-user.ts';

export const noRole = refuse(404, 2201, 'There is no such role.');

export const roles: readonly Operation[] = [
  operation({
    name: 'GET /contact_center/roles',
    category: 'medium',
    scope: 'contact_center:read:list_roles:admin',
    query: rolesQuery,
    answer: rolePage,
    run({ state, page }) {
      return page('roles', [...state.roles.values()], role => shownRole(state, role));
    },
  }),
  operation({
    name: 'GET /contact_center/roles/{roleId}',
    category: 'light',
    scope: 'contact_center:read:role:admin',
    answer: roleAnswer,
    run({ state, params }) {
      const role = state.roles.get(params.roleId!);
      if (!role) return noRole;
      return { status: 200, body: { ...shownRole(state, role), privileges: grouped(role.privileges) } };
    },
  }),
  operation({
    name: 'GET /contact_center/roles/{roleId}/users',
    category: 'medium',
    scope: 'contact_center:read:list_role_users:admin',
    query: roleUsersQuery,
    answer: roleUsersPage,
    run({ state, params, page }) {
      if (!state.roles.has(params.roleId!)) return noRole;
      return page('users', usersWith(state, params.roleId!), identity);
    },
  }),
  operation<{ user_ids: string[] }>({
    name: 'POST /contact_center/roles/{roleId}/users',
    category: 'medium',
    scope: 'contact_center:write:role_user:admin',
    body: userIdsBody(30),
    answer: roleUsersAnswer,
    run(call) {
      const { state, changes, params, body } = call;
      const role_id = params.roleId!;
      if (!state.roles.has(role_id)) return noRole;
      const { done, refusal } = runForUsers(call, body.user_ids, user => changes.set(user, { role_id }));
      return refusal ?? { status: 201, body: { users: done.map(identity) } };
    },
  }),
  operation({
    name: 'DELETE /contact_center/roles/{roleId}/users/{userId}',
    category: 'light',
    scope: 'contact_center:delete:role_user:admin',
    run({ state, changes, params }) {
      if (!state.roles.has(params.roleId!)) return noRole;
      const user = state.users.get(params.userId!);
      if (user?.role_id !== params.roleId)
        return refuse(404, 1001, `No user of this role has the ID ${params.userId}.`);
      // Everybody has a role; the specification does not say which is left.
      const agent = [...state.roles.values()].find(role => role.role_name === 'Agent')!;
      changes.set(user!, { role_id: agent.role_id });
      return noContent;
    },
  }),
];

function usersWith(state: State, role_id: string) {
  return [...state.users.values()].filter(user => user.role_id === role_id);
}

function shownRole(state: State, { privileges: _, ...role }: Role) {
  return { ...role, total_users: usersWith(state, role.role_id).length };
}
