import type { State, User } from '../state/state.ts';

/** Names of what a user has by id. What is gone has none. */
export function names(state: State, user: User) {
  return {
    role_name: state.roles.get(user.role_id)?.role_name ?? '',
    status_name: state.statuses.get(user.status_id)?.status_name ?? '',
    sub_status_name: state.statuses.get(user.sub_status_id)?.status_name ?? '',
    region_name: state.regions.get(user.region_id)?.region_name ?? '',
  };
}

export function identity({ user_id, display_name, user_email }: User) {
  return { user_id, display_name, user_email };
}

/** What all answers about users have. */
function common(state: State, user: User) {
  const { role_name, status_name } = names(state, user);
  return {
    ...identity(user),
    role_id: user.role_id,
    role_name,
    client_integration: user.client_integration,
    status_id: user.status_id,
    status_name,
    user_access: user.user_access,
    country_iso_code: user.country_iso_code,
    channel_settings: user.channel_settings,
    package_name: user.package_name,
    add_ons_plan: user.add_ons_plan,
  };
}

function place(state: State, user: User) {
  return { region_id: user.region_id, region_name: names(state, user).region_name };
}

function reason(state: State, user: User) {
  return { sub_status_id: user.sub_status_id, sub_status_name: names(state, user).sub_status_name };
}

function portalSettings(state: State, { portal }: User) {
  const { assigned_queues, ...others } = portal;
  if (!assigned_queues) return others;
  const ids = new Set([...state.queues.values()].map(({ queue_id }) => queue_id));
  const there = Object.entries(assigned_queues).filter(([, id]) => ids.has(id));
  return { ...others, assigned_queues: Object.fromEntries(there) };
}

/** A row of the list. */
export function listedUser(state: State, user: User) {
  const { modified_by, last_modified_time } = user;
  return {
    ...common(state, user),
    ...place(state, user),
    ...reason(state, user),
    ...portalSettings(state, user),
    modified_by,
    last_modified_time,
  };
}

/** One user alone. */
export function oneUser(state: State, user: User) {
  const { client_integration_name } = user;
  return {
    ...common(state, user),
    ...place(state, user),
    ...reason(state, user),
    ...portalSettings(state, user),
    client_integration_name,
  };
}

/** Somebody who was added. */
export function addedUser(state: State, user: User) {
  return { ...addedUserOfBatch(state, user), ...place(state, user) };
}

export function addedUserOfBatch(state: State, user: User) {
  return { ...common(state, user), client_integration_name: user.client_integration_name };
}

/** Somebody as member of a queue. */
export function member(state: State, user: User) {
  const { role_name, status_name } = names(state, user);
  const { role_id, status_id, user_access } = user;
  return { ...identity(user), role_id, role_name, status_id, status_name, user_access };
}
