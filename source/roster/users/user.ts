import type {
  AccountStatus,
  AssignmentType,
  Channel,
  ClientIntegration,
  PackageName,
  Presence,
  PresenceReason,
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

/** Everything a contact center license brings with it, and removal takes away. */
export interface UserSettings {
  role: Reference;
  package_name: PackageName;
  add_ons_plan: string[];
  user_access: UserAccess;
  status_name: Presence;
  sub_status_name: PresenceReason | null;
  /** Null: the person's own display name is shown. */
  display_name: string | null;
  country_iso_code: string | null;
  region: Reference | null;
  client_integration: ClientIntegration;
  client_integration_name: string | null;
  concurrent_message_capacity: number | null;
  concurrent_email_capacity: number | null;
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
    max_agent_load: null,
    email_max_agent_load: null,
    team: null,
    queues: [],
    skills: [],
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
