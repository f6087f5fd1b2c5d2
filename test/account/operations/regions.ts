import { refuse } from '../rules/answer.ts';
import {
  regionAnswer,
  regionPage,
  regionsQuery,
  regionUsersPage,
  regionUsersQuery,
} from '../schemas/regions.ts';
import { userIdsBody } from '../schemas/users.ts';
import type { State, User } from '../state/state.ts';
import { runForUsers } from './batch.ts';
import { type Operation, operation } from './operation.ts';
import { identity, names } from './shown-user.ts';

export const noRegion = (id: string) => refuse(404, 1017, `No region has the ID ${id}.`);

export const regions: readonly Operation[] = [
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
    name: 'GET /contact_center/regions/{regionId}',
    category: 'light',
    scope: 'contact_center:read:region:admin',
    answer: regionAnswer,
    run({ state, params }) {
      const region = state.regions.get(params.regionId!);
      if (!region) return noRegion(params.regionId!);
      const { last_modified_time: _, ...shown } = region;
      return { status: 200, body: shown };
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

function usersWhere(state: State, fits: (user: User) => boolean): User[] {
  return [...state.users.values()].filter(fits);
}
