import { type Answer, refuse } from '../rules/answer.ts';
import type { UserChange } from '../state/changes.ts';
import {
  type Access,
  type ChannelSettings,
  type Integration,
  licensesUsed,
  notReady,
  type PackageName,
  type State,
  type Template,
  type User,
} from '../state/state.ts';

/** What requests set, by any of the ways to add and to change. */
export interface SettingsBody {
  role_id?: string;
  country_iso_code?: string;
  client_integration?: Integration;
  client_integration_name?: string;
  user_access?: Access;
  region_id?: string;
  channel_settings?: { multi_channel_engagements?: Partial<Loads> } & Partial<
    Omit<ChannelSettings, 'multi_channel_engagements'>
  >;
  template_id?: string;
  package_name?: string;
  add_ons_plan?: string[];
  status_id?: string;
  sub_status_id?: string;
}

type Loads = ChannelSettings['multi_channel_engagements'];

/** The changes that a request asks for, or why it can't have them. */
export type Wanted = { change: UserChange; template?: Template } | { refusal: Answer };

const addOns = ['ai_expert_assist', 'service_cloud_voice', 'epic', 'unified_view_for_servicenow'];

/**
 * Reads settings; `user` is who is changed, nothing where somebody is added. `taken` are the licenses that rows before
 * it in the same request take; those of this one are added to it.
 */
export function readSettings(state: State, body: SettingsBody, user?: User, taken: string[] = []): Wanted {
  const template = body.template_id === undefined ? undefined : state.templates.get(body.template_id);
  if (body.template_id !== undefined) {
    const refusal = templateRefusal(template, body.template_id, user ? 'update' : 'add');
    if (refusal) return { refusal };
  }
  const change: UserChange = template ? settingsOf(state, template) : {};
  const { channel_settings, template_id, package_name, ...plain } = body;
  Object.assign(change, plain);
  if (package_name !== undefined) change.package_name = package_name.toLowerCase() as PackageName;
  if (channel_settings) change.channel_settings = mergedChannels(channel_settings, user);
  // A connection is one of its integration.
  const { client_integration } = change;
  if (client_integration === 'Default') change.client_integration_name = '';
  else if (client_integration !== undefined && client_integration !== user?.client_integration)
    change.client_integration_name ??= '';
  const refusal = missingReference(state, change, user) ?? licenseRefusal(state, change, taken, user);
  return refusal ? { refusal } : template ? { change, template } : { change };
}

function templateRefusal(
  template: Template | undefined,
  id: string,
  type: 'add' | 'update',
): Answer | undefined {
  if (!template) return refuse(400, 8003, `No template has the ID ${id}.`);
  if (template.template_type !== type) return refuse(400, 8004, `Template ${id} is of another type.`);
  if (template.template_status !== 'active') return refuse(400, 8005, `Template ${id} is not active.`);
  return undefined;
}

function settingsOf(state: State, template: Template): UserChange {
  const { role, user_access, country_or_region, region, team, engagement_capacity } = template;
  return {
    ...(role !== undefined && { role_id: role }),
    ...(user_access !== undefined && { user_access: user_access ? 'active' : 'inactive' }),
    ...(country_or_region !== undefined && { country_iso_code: country_or_region }),
    ...(region !== undefined && { region_id: region }),
    ...(team &&
      state.teams.has(team.team_id) && {
        team_id: team.team_id,
        team_assignment: team.team_supervisor ? ('supervisor' as const) : ('agent' as const),
      }),
    ...template.package,
    ...(engagement_capacity && { channel_settings: mergedChannels(engagement_capacity) }),
  };
}

/** What is not said stays as it is. */
function mergedChannels(wanted: NonNullable<SettingsBody['channel_settings']>, user?: User): ChannelSettings {
  const now = user?.channel_settings;
  return {
    multi_channel_engagements: {
      ...(now?.multi_channel_engagements ?? {
        enable: false,
        max_agent_load: 100,
        email_max_agent_load: 100,
      }),
      ...wanted.multi_channel_engagements,
    },
    concurrent_message_capacity: wanted.concurrent_message_capacity ?? now?.concurrent_message_capacity ?? 2,
    concurrent_email_capacity: wanted.concurrent_email_capacity ?? now?.concurrent_email_capacity ?? 2,
  };
}

function missingReference(state: State, change: UserChange, user?: User): Answer | undefined {
  const { role_id, region_id, country_iso_code, client_integration, client_integration_name } = change;
  if (role_id !== undefined && !state.roles.has(role_id))
    return refuse(404, 2201, `No role has the ID ${role_id}.`);
  if (region_id !== undefined && !state.regions.has(region_id))
    return refuse(404, 1017, 'There is no such region.');
  if (country_iso_code !== undefined && !/^[A-Z]{2}$/.test(country_iso_code))
    return refuse(404, 2202, `No country has the code ${country_iso_code}.`);
  const integration = client_integration ?? user?.client_integration ?? 'Default';
  const connections = state.integrations.get(integration);
  if (!connections) return refuse(404, 1006, `The account has no integration ${integration}.`);
  if (client_integration_name && !connections.includes(client_integration_name))
    return refuse(404, 1020, `${integration} has no connection ${client_integration_name}.`);
  const unknown = change.add_ons_plan?.find(name => !addOns.includes(name));
  if (unknown) return refuse(400, 1702, `The account has no add-on ${unknown}.`);
  return statusRefusal(state, change, user);
}

export function statusRefusal(
  state: State,
  { status_id, sub_status_id }: { status_id?: string; sub_status_id?: string },
  user?: User,
): Answer | undefined {
  if (status_id !== undefined && state.statuses.get(status_id)?.status_category !== 'agent_status')
    return refuse(404, 1101, `No status has the ID ${status_id}.`);
  if (!sub_status_id) return undefined;
  if (state.statuses.get(sub_status_id)?.status_category !== 'queue_opt_out_and_not_ready_status')
    return refuse(404, 1102, `No reason has the ID ${sub_status_id}.`);
  if ((status_id ?? user?.status_id) !== notReady)
    return refuse(400, 300, 'A reason goes with the status Not Ready alone.');
  return undefined;
}

function licenseRefusal(state: State, change: UserChange, taken: string[], user?: User): Answer | undefined {
  const packageName = change.package_name ?? user?.package_name ?? 'essentials';
  const wanted = [packageName, ...(change.add_ons_plan ?? [])];
  const held = user ? [user.package_name, ...user.add_ons_plan] : [];
  const more = wanted.filter(name => !held.includes(name));
  for (const license of more) {
    const used = licensesUsed(state, license) + taken.filter(name => name === license).length;
    if (used >= (state.pools.get(license) ?? Number.POSITIVE_INFINITY))
      return refuse(400, 290010, `No license of ${license} is left.`);
  }
  taken.push(...more);
  return undefined;
}
