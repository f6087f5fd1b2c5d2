import { complete, email, fields, listOf, page, pageQuery, text, textTo, time } from './parts.ts';
import { userIdsBody } from './users.ts';

/** From references that are newer than the copy of the specification. */
export const teamsQuery = pageQuery(100, { parent_team_id: textTo(36), team_name: text });

const teamFields = {
  team_id: text,
  team_name: text,
  team_description: text,
  created_time: time,
  modify_time: time,
};
/** The top of the tree has no parent. */
export const teamAnswer = fields(
  { ...teamFields, parent_team_id: text, parent_team_name: text },
  Object.keys(teamFields),
);
export const teamPage = page('teams', teamAnswer, 100);

export const teamMembersQuery = pageQuery(100);
/** The name of a user is spelled otherwise here. */
const teamMember = complete({ user_id: text, user_display_name: text, user_email: email });
export const teamAgentPage = page('agents', teamMember, 100);
export const teamSupervisorPage = page('supervisors', teamMember, 100);

const settings = { team_name: text, team_description: text, parent_team_id: text };
export const addTeamBody = fields(settings, ['team_name']);
export const changeTeamBody = fields(settings);

/** As many as of a region; how many a team takes is not said. */
export const teamMembersBody = userIdsBody(20);
export const removeTeamMembersQuery = fields({ user_ids: listOf(text, { minItems: 1, maxItems: 20 }) }, [
  'user_ids',
]);
