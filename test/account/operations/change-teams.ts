import { noContent, refuse } from '../rules/answer.ts';
import {
  addTeamBody,
  changeTeamBody,
  removeTeamMembersQuery,
  teamAnswer,
  teamMembersBody,
} from '../schemas/teams.ts';
import type { Membership, State, Team, User } from '../state/state.ts';
import { runForUsers } from './batch.ts';
import { type Operation, operation } from './operation.ts';
import { noTeam, shownTeam } from './teams.ts';

interface TeamBody {
  team_name?: string;
  team_description?: string;
  parent_team_id?: string;
}

/** Scopes, rates, fields and numbers are guessed from those of other operations: only newer references have any of these. */
export const changeTeams: readonly Operation[] = [
  operation<TeamBody & { team_name: string }>({
    name: 'POST /contact_center/teams',
    category: 'light',
    scope: 'contact_center:write:team:admin',
    feature: 'teams',
    body: addTeamBody,
    answer: teamAnswer,
    run({ state, catalog, body: { team_name, team_description = '', parent_team_id = null } }) {
      if (parent_team_id !== null && !state.teams.has(parent_team_id)) return noTeam(parent_team_id);
      const team = catalog.addTeam(team_name, parent_team_id, { team_description });
      return { status: 201, body: shownTeam(state, team) };
    },
  }),
  operation<TeamBody>({
    name: 'PATCH /contact_center/teams/{teamId}',
    category: 'light',
    scope: 'contact_center:update:team:admin',
    feature: 'teams',
    body: changeTeamBody,
    run({ state, catalog, params, body }) {
      const team = state.teams.get(params.teamId!);
      if (!team) return noTeam(params.teamId!);
      const { parent_team_id: parent } = body;
      if (parent !== undefined && !state.teams.has(parent)) return noTeam(parent);
      if (parent !== undefined && isBelow(state, parent, team))
        return refuse(400, 300, 'A team can’t be below itself.');
      catalog.set(team, body);
      return noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/teams/{teamId}',
    category: 'light',
    scope: 'contact_center:delete:team:admin',
    feature: 'teams',
    run({ state, catalog, params }) {
      const team = state.teams.get(params.teamId!);
      if (!team) return noTeam(params.teamId!);
      catalog.removeTeam(team);
      return noContent;
    },
  }),
  ...(['agent', 'supervisor'] as const).flatMap(changesOfMembers),
];

function changesOfMembers(as: Membership): Operation[] {
  const path = `/contact_center/teams/{teamId}/${as}s`;
  return [
    operation<{ user_ids: string[] }>({
      name: `POST ${path}`,
      category: 'light',
      scope: 'contact_center:write:team:admin',
      feature: 'teams',
      body: teamMembersBody,
      run(call) {
        const { state, changes, params } = call;
        const team = state.teams.get(params.teamId!);
        if (!team) return noTeam(params.teamId!);
        // Out of any other team.
        const join = (user: User) => {
          const isOther = user.team_id === team.team_id && user.team_assignment !== as;
          changes.moveToTeam(user, team.team_id, isOther ? 'both' : as);
        };
        return runForUsers(call, call.body.user_ids, join).refusal ?? { status: 201 };
      },
    }),
    operation({
      name: `DELETE ${path}`,
      category: 'light',
      scope: 'contact_center:delete:team:admin',
      feature: 'teams',
      query: removeTeamMembersQuery,
      run(call) {
        const { state, changes, params, query } = call;
        const team = state.teams.get(params.teamId!);
        if (!team) return noTeam(params.teamId!);
        const other = as === 'agent' ? 'supervisor' : 'agent';
        const leave = (user: User) =>
          user.team_assignment === 'both'
            ? changes.moveToTeam(user, team.team_id, other)
            : changes.moveToTeam(user, null);
        const check = (user: User) =>
          user.team_id === team.team_id && user.team_assignment !== other
            ? undefined
            : refuse(404, 1001, `${user.user_id} is not ${as} of this team.`);
        return runForUsers(call, query.user_ids!, leave, check).refusal ?? noContent;
      },
    }),
  ];
}

function isBelow(state: State, id: string, team: Team): boolean {
  for (let at: string | null = id; at !== null; at = state.teams.get(at)!.parent_team_id)
    if (at === team.team_id) return true;
  return false;
}
