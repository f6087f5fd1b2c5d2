export type Access = 'active' | 'inactive';
export type Integration = 'Default' | 'Salesforce' | 'Zendesk' | 'ServiceNow' | 'Microsoft_Dynamics_365';
export type PackageName = 'essentials' | 'premium' | 'elite';
export type Channel = 'voice' | 'video' | 'messaging' | 'email';
export type SkillType = 'text' | 'proficiency';
export type Membership = 'agent' | 'supervisor';
export type Assignment = Membership | 'both';
/** Opted in, out by a supervisor or admin, out by the agent. */
export type OptStatus = 0 | 1 | 2;

/** Somebody of the whole account, with or without a license of the contact center. */
export interface Person {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  display_name: string;
  dept: string;
  status: 'active' | 'inactive' | 'pending';
  created_at: string;
}

export interface ChannelSettings {
  multi_channel_engagements: { enable: boolean; max_agent_load: number; email_max_agent_load: number };
  concurrent_message_capacity: number;
  concurrent_email_capacity: number;
}

/** What is set in the portal alone; templates and events have it, and answers about users where the account is new enough. */
export interface PortalSettings {
  enable_user_level_recording?: boolean;
  allowed_devices?: string[];
  mobile_client?: boolean;
  external_url?: { enable_external_url: boolean; external_launch_url: string };
  assigned_queues?: Partial<Record<`default_outbound_${'voice' | 'message'}_queue_id`, string>>;
  messaging_occupied?: boolean;
  email_occupied?: boolean;
}

/** Who has a license of the contact center. */
export interface User {
  user_id: string;
  user_email: string;
  display_name: string;
  role_id: string;
  user_access: Access;
  status_id: string;
  sub_status_id: string;
  client_integration: Integration;
  client_integration_name: string;
  country_iso_code: string;
  region_id: string;
  channel_settings: ChannelSettings;
  package_name: PackageName;
  add_ons_plan: string[];
  /** Nobody is in more than one team; what they are in none says nothing. */
  team_assignment: Assignment;
  team_id: string | null;
  portal: PortalSettings;
  /** By the id of the skill; null where it has no levels. */
  skills: Map<string, number | null>;
  modified_by: string;
  last_modified_time: string;
}

export interface Role {
  role_id: string;
  role_name: string;
  role_description: string;
  privileges: string[];
  modified_by: string;
  last_modified_time: string;
}

export interface Queue {
  cc_queue_id: string;
  /** The older one of its two ids; both are taken. */
  queue_id: string;
  queue_name: string;
  queue_description: string;
  channel: Channel;
  channel_types: string[];
  agents: Map<string, OptStatus>;
  supervisors: Set<string>;
  modified_by: string;
  last_modified_time: string;
}

export interface Region {
  region_id: string;
  region_name: string;
  is_main_region: boolean;
  sip_zone_id: string;
  sip_zone_name: string;
  last_modified_time: string;
}

export interface SkillCategory {
  skill_category_id: string;
  skill_category_name: string;
  skill_category_description: string;
  skill_type: SkillType;
  /** Null for skills without levels. */
  max_proficiency_level: number | null;
  modified_by: string;
  last_modified_time: string;
}

export interface Skill {
  skill_id: string;
  skill_name: string;
  skill_category_id: string;
  modified_by: string;
  last_modified_time: string;
}

export interface SystemStatus {
  status_id: string;
  status_name: string;
  status_type: 'default' | 'custom';
  status_category: 'agent_status' | 'queue_opt_out_and_not_ready_status';
  enable: boolean;
}

/** Bundles of settings; what it has not selected is not there. */
export interface Template {
  template_id: string;
  template_name: string;
  template_description: string;
  template_type: 'add' | 'update';
  template_status: 'active' | 'inactive' | 'needs_attention';
  selected_blocks: string[];
  role?: string;
  package?: { package_name: PackageName; add_ons_plan: string[] };
  team?: { team_id: string; team_supervisor: boolean };
  user_access?: boolean;
  country_or_region?: string;
  region?: string;
  assigned_queues?: { agent_queue_ids: string[]; supervisor_queue_ids: string[] };
  skills?: { skill_id: string; proficiency_level?: number }[];
  engagement_capacity?: { concurrent_email_capacity: number; concurrent_message_capacity: number };
  modified_by: string;
  last_modified_time: string;
}

export interface Team {
  team_id: string;
  team_name: string;
  team_description: string;
  /** Null at the top of the tree. */
  parent_team_id: string | null;
  created_time: string;
  modify_time: string;
}

/** All that the account holds. In maps by id, so in the order in which things were made, as lists give them. */
export interface State {
  account_id: string;
  /** Whom the app acts as. */
  owner_id: string;
  people: Map<string, Person>;
  /** The id of a person by e-mail in lower case. */
  emails: Map<string, string>;
  users: Map<string, User>;
  roles: Map<string, Role>;
  queues: Map<string, Queue>;
  regions: Map<string, Region>;
  categories: Map<string, SkillCategory>;
  skills: Map<string, Skill>;
  statuses: Map<string, SystemStatus>;
  templates: Map<string, Template>;
  teams: Map<string, Team>;
  /** Connections by name; an integration that is not here was never set up. */
  integrations: Map<Integration, string[]>;
  /** How many licenses there are, by package or add-on; what is not here is not counted. */
  pools: Map<string, number>;
  /** How often requests have added somebody, by e-mail. */
  additions: Record<string, number>;
}

export const offline = '0';
export const ready = '1';
export const notReady = '2';

export function findQueue(state: State, id: string): Queue | undefined {
  return state.queues.get(id) ?? [...state.queues.values()].find(queue => queue.queue_id === id);
}

export function mainRegion(state: State): Region {
  return [...state.regions.values()].find(region => region.is_main_region)!;
}

/** How many users have a package or an add-on. */
export function licensesUsed(state: State, license: string): number {
  let used = 0;
  for (const { package_name, add_ons_plan } of state.users.values())
    if (package_name === license || add_ons_plan.includes(license)) used++;
  return used;
}
