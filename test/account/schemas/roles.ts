import { complete, email, fields, integer, listOf, page, pageQuery, text, time } from './parts.ts';

export const rolesQuery = pageQuery(300);
const named = { role_id: text, role_name: text, role_description: text };
const roleFields = { ...named, total_users: integer(), modified_by: text, last_modified_time: time };
export const rolePage = page('roles', complete(roleFields), 300);

const list = listOf(text);
/** Asked for as one list, answered by groups. */
const privileges = complete({
  analytics_settings: list,
  administration_settings: list,
  general_settings: list,
});
export const roleAnswer = complete({ ...roleFields, privileges });

const settings = { role_name: text, role_description: text, privileges: list };
/** The specification requires nothing of additions, here and elsewhere; without a name there is nothing. */
export const addRoleBody = fields(settings, ['role_name']);
export const addedRoleAnswer = complete({ ...named, privileges });
export const changeRoleBody = fields(settings);
/** Required; what lacks it has a number of its own. */
export const removeRoleQuery = fields({ transfer_role_id: text });

const person = complete({ user_id: text, display_name: text, user_email: email });
export const roleUsersQuery = pageQuery(300);
export const roleUsersPage = page('users', person, 300);
export const roleUsersAnswer = complete({ users: listOf(person) });
