import { noContent, refuse } from '../rules/answer.ts';
import {
  regionPage,
  regionsQuery,
  regionUsersPage,
  regionUsersQuery,
  rolePage,
  rolesQuery,
  roleUsersAnswer,
  roleUsersPage,
  roleUsersQuery,
} from '../schemas/catalog.ts';
import { userIdsBody } from '../schemas/users.ts';
import type { State, User } from '../state/state.ts';
import { runForUsers } from './batch.ts';
import { type Operation, operation } from './operation.ts';
import { identity, names } from './shown-user.ts';

const noRole = refuse(404, 2201, 'There is no such role.');
const noRegion = (id: string) => refuse(404, 1017, `No region has the ID ${id}.`);

function usersWhere(state: State, fits: (user: User) => boolean): User[] {
  return [...state.users.values()].filter(fits);
}

export const rolesAndRegions: readonly Operation[] = [
  operation({
    name: 'GET /contact_center/roles',
    category: 'medium',
    scope: 'contact_center:read:list_roles:admin',
    query: rolesQuery,
    answer: rolePage,
    run({ state, page }) {
      return page('roles', [...state.roles.values()], ({ privileges: _, ...role }) => ({
        ...role,
        total_users: usersWhere(state, user => user.role_id === role.role_id).length,
      }));
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
      return page(
        'users',
        usersWhere(state, user => user.role_id === params.roleId),
        identity,
      );
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
  operation({
    name: 'GET /contact_center/regions',
    category: 'medium',
    scope: 'contact_center:read:list_regions:admin',
    query: regionsQuery,
    answer: regionPage,
    run({ state, page }) {
      return page('regions', [...state.regions.values()], region => ({
        ...region,
        users_count: usersWhere(state, user => user.region_id === region.region_id).length,
      }));
    },
  }),
  operation({
    name: 'GET /contact_center/regions/{regionId}/users',
    category: 'medium',
    scope: 'contact_center:read:list_region_users:admin',
    query: regionUsersQuery,
    answer: regionUsersPage,
    run({ state, params, query: { role_id }, page }) {
      const region = state.regions.get(params.regionId!);
      if (!region) return noRegion(params.regionId!);
      const users = usersWhere(
        state,
        user => user.region_id === region.region_id && (!role_id || user.role_id === role_id),
      );
      const shown = (user: User) => ({
        ...identity(user),
        role_id: user.role_id,
        role_name: names(state, user).role_name,
      });
      // Ten unless asked, fewer than of any other list.
      return page('users', users, shown, { size: 10 });
    },
  }),
  operation<{ user_ids: string[] }>({
    name: 'POST /contact_center/regions/{regionId}/users',
    category: 'light',
    scope: 'contact_center:write:region_user:admin',
    body: userIdsBody(20),
    run(call) {
      const { state, changes, params, body } = call;
      const region_id = params.regionId!;
      if (!state.regions.has(region_id)) return noRegion(region_id);
      const move = (user: User) => changes.set(user, { region_id });
      return runForUsers(call, body.user_ids, move).refusal ?? { status: 201 };
    },
  }),
];
