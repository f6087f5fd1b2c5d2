import type {
  AccountStatus,
  AssignmentType,
  Channel,
  ClientIntegration,
  PackageName,
  Presence,
  UserAccess,
} from './vocabulary.ts';

/** Something of the account that has a name of its own; the id survives a renaming. */
export interface Reference {
  id: number;
  name: string;
}

export interface QueueAssignment extends Reference {
  channel: Channel;
  user_assignment_type: AssignmentType;
  opted_in: boolean;
}

export interface SkillLevel extends Reference {
  /** 1–5 for graded skills, null for plain ones. */
  level: number | null;
}

export interface TeamMembership extends Reference {
  team_role: AssignmentType;
}

/** What is set at the account, as it sends it: of most of these nobody says what they can be. */
export type AccountValue = boolean | number | string | readonly string[] | Reference;

/** Set at the account alone, and read from it; null where it said nothing. */
export interface AccountSettings {
  /** Whether what they say is recorded by their own settings, not their queues'. */
  enable_user_level_recording: AccountValue | null;
  /** What they may take engagements on, beside the desktop and the web. */
  allowed_devices: AccountValue | null;
  mobile_client: AccountValue | null;
  /** What opens with a call. */
  external_url: AccountValue | null;
  default_outbound_voice_queue_name: AccountValue | null;
  default_outbound_message_queue_name: AccountValue | null;
  /** What makes them Occupied beside a call. */
  messaging_occupied: AccountValue | null;
  email_occupied: AccountValue | null;
}

/** Everything a contact center license brings with it, and removal takes away. */
export interface UserSettings extends AccountSettings {
  role: Reference;
  package_name: PackageName;
  add_ons_plan: string[];
  user_access: UserAccess;
  status_name: Presence;
  /** One of the usual reasons, or one that the account made itself. */
  sub_status_name: string | null;
  /** Null: the person's own display name is shown. */
  display_name: string | null;
  country_iso_code: string | null;
  region: Reference | null;
  client_integration: ClientIntegration;
  client_integration_name: string | null;
  concurrent_message_capacity: number | null;
  concurrent_email_capacity: number | null;
  /** Whether calls come while there are messages or e-mails; the loads count only then. Null: not said. */
  multi_channel_engagements: boolean | null;
  max_agent_load: number | null;
  email_max_agent_load: number | null;
  team: TeamMembership | null;
  queues: QueueAssignment[];
  skills: SkillLevel[];
}

export type FieldName = keyof UserSettings;

/** Somebody of the account, with or without a contact center license. */
export interface Person {
  person_id: number;
  user_id: string;
  user_email: string;
  first_name: string;
  last_name: string;
  display_name: string;
  department: string;
  account_status: AccountStatus;
}

/** What a license that was just given looks like, but for the role. */
export function newSettings(role: Reference): UserSettings {
  return {
    role,
    package_name: 'essentials',
    add_ons_plan: [],
    user_access: 'active',
    status_name: 'Offline',
    sub_status_name: null,
    display_name: null,
    country_iso_code: null,
    region: null,
    client_integration: 'Default',
    client_integration_name: null,
    concurrent_message_capacity: null,
    concurrent_email_capacity: null,
    multi_channel_engagements: null,
    max_agent_load: null,
    email_max_agent_load: null,
    team: null,
    queues: [],
    skills: [],
    enable_user_level_recording: null,
    allowed_devices: null,
    mobile_client: null,
    external_url: null,
    default_outbound_voice_queue_name: null,
    default_outbound_message_queue_name: null,
    messaging_occupied: null,
    email_occupied: null,
  };
}

/** A contact center user: the person, the settings and the bookkeeping. */
export interface User {
  person: Person;
  settings: UserSettings;
  added_at: string;
  modified_at: string;
  modified_by: string;
  /** The id of the change set that wrote the user last. */
  version: number;
}
