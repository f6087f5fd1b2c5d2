import { refuse } from '../rules/answer.ts';
import {
  teamAgentPage,
  teamAnswer,
  teamMembersQuery,
  teamPage,
  teamSupervisorPage,
  teamsQuery,
} from '../schemas/teams.ts';
import type { Membership, State, Team, User } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';

const scope = 'contact_center:read:team:admin';
export const noTeam = (id: string) => refuse(404, 4102, `No team has the ID ${id}.`);

export const teams: readonly Operation[] = [
  operation({
    name: 'GET /contact_center/teams',
    category: 'medium',
    scope,
    feature: 'teams',
    query: teamsQuery,
    answer: teamPage,
    run({ state, query: { parent_team_id, team_name }, page }) {
      const fits = (team: Team) =>
        (!parent_team_id || team.parent_team_id === parent_team_id) &&
        (!team_name || team.team_name.includes(team_name));
      return page('teams', [...state.teams.values()].filter(fits), team => shownTeam(state, team));
    },
  }),
  operation({
    name: 'GET /contact_center/teams/{teamId}',
    category: 'light',
    scope,
    feature: 'teams',
    answer: teamAnswer,
    run({ state, params }) {
      const team = state.teams.get(params.teamId!);
      return team ? { status: 200, body: shownTeam(state, team) } : noTeam(params.teamId!);
    },
  }),
  ...(['agent', 'supervisor'] as const).map(membersOf),
];

function membersOf(as: Membership): Operation {
  return operation({
    name: `GET /contact_center/teams/{teamId}/${as}s`,
    category: 'medium',
    scope,
    feature: 'teams',
    query: teamMembersQuery,
    answer: as === 'agent' ? teamAgentPage : teamSupervisorPage,
    run({ state, params, page }) {
      const team = state.teams.get(params.teamId!);
      if (!team) return noTeam(params.teamId!);
      // Of the team itself, not of those below it.
      const members = [...state.users.values()].filter(
        user => user.team_id === team.team_id && [as, 'both'].includes(user.team_assignment),
      );
      return page(`${as}s`, members, shownMember);
    },
  });
}

export function shownTeam(state: State, { parent_team_id, ...team }: Team) {
  if (parent_team_id === null) return team;
  return { ...team, parent_team_id, parent_team_name: state.teams.get(parent_team_id)!.team_name };
}

function shownMember({ user_id, display_name, user_email }: User) {
  return { user_id, user_display_name: display_name, user_email };
}
