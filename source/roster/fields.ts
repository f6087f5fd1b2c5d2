import type { FieldChanges } from './change-set.ts';
import type { FieldName, QueueAssignment, SkillLevel, TeamMembership, UserSettings } from './user.ts';

export interface Field<Name extends FieldName = FieldName> {
  name: Name;
  /** The name in JSON, CSV and on the command line; the vendor's own where it has one. */
  jsonName: string;
  label: string;
  /** Domain rule 3: what can be set together with adding, and what only afterwards. */
  settable: 'when-adding' | 'after-adding';
  toJson(value: UserSettings[Name]): unknown;
  toText(value: UserSettings[Name]): string;
}

type FieldTable = { [Name in FieldName]: Field<Name> };

function plain<Name extends FieldName>(
  name: Name,
  label: string,
  settable: Field['settable'] = 'when-adding',
): Field<Name> {
  return {
    name,
    jsonName: name,
    label,
    settable,
    toJson: value => value,
    toText: value => (Array.isArray(value) ? value.join('; ') : String(value ?? '')),
  };
}

/** Every setting of a user, once. */
export const fields: FieldTable = {
  role: {
    ...plain('role', 'Role'),
    jsonName: 'role_name',
    toJson: role => role?.name ?? null,
    toText: role => role?.name ?? '',
  },
  package_name: plain('package_name', 'Package'),
  add_ons_plan: plain('add_ons_plan', 'Add-ons'),
  user_access: plain('user_access', 'Status'),
  status_name: plain('status_name', 'Presence', 'after-adding'),
  sub_status_name: plain('sub_status_name', 'Not ready reason', 'after-adding'),
  display_name: plain('display_name', 'Display name', 'after-adding'),
  country_iso_code: plain('country_iso_code', 'Country'),
  region: {
    ...plain('region', 'Region'),
    jsonName: 'region_name',
    toJson: region => region?.name ?? null,
    toText: region => region?.name ?? '',
  },
  client_integration: plain('client_integration', 'Client integration'),
  client_integration_name: plain('client_integration_name', 'Client integration name'),
  concurrent_message_capacity: plain('concurrent_message_capacity', 'Messages at once'),
  concurrent_email_capacity: plain('concurrent_email_capacity', 'E-mails at once'),
  max_agent_load: plain('max_agent_load', 'Agent load'),
  email_max_agent_load: plain('email_max_agent_load', 'E-mail agent load'),
  team: {
    ...plain('team', 'Team', 'after-adding'),
    toJson: team => (team ? { team_name: team.name, team_role: team.team_role } : null),
    toText: team => (team ? teamText(team) : ''),
  },
  queues: {
    ...plain('queues', 'Queues', 'after-adding'),
    toJson: queues =>
      (queues ?? []).map(({ name, channel, user_assignment_type, opted_in }) => ({
        queue_name: name,
        channel,
        user_assignment_type,
        opted_in,
      })),
    toText: queues => (queues ?? []).map(queueText).join('; '),
  },
  skills: {
    ...plain('skills', 'Skills', 'after-adding'),
    toJson: skills => (skills ?? []).map(({ name, level }) => ({ skill_name: name, level })),
    toText: skills => (skills ?? []).map(skillText).join('; '),
  },
};

export const fieldNames = Object.keys(fields) as FieldName[];

function withType(name: string, type: string): string {
  return type === 'agent' ? name : `${name} (${type})`;
}

/** `Billing`, `Billing (supervisor)`, `Billing (both)`. */
export function queueText(queue: QueueAssignment): string {
  return withType(queue.name, queue.user_assignment_type);
}

/** `Tier 1`, `Tier 1 (supervisor)`. */
export function teamText(team: TeamMembership): string {
  return withType(team.name, team.team_role);
}

/** `Spanish=4`, or just `Spanish` for a skill without levels. */
export function skillText(skill: SkillLevel): string {
  return skill.level === null ? skill.name : `${skill.name}=${skill.level}`;
}

/** Whether two values of one field say the same, whatever the order of lists and the names behind ids. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || comparable(a) === comparable(b);
}

function comparable(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'null' : value.map(comparable).sort().join('|');
  if (typeof value !== 'object') return JSON.stringify(value);
  const { name, ...identity } = value as Record<string, unknown>;
  const counted = 'id' in identity ? identity : { ...identity, name };
  return JSON.stringify(Object.entries(counted).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fields in which two states of a user differ; null stands for having no license. */
export function fieldChanges(before: UserSettings | null, after: UserSettings | null): FieldChanges {
  const entries = fieldNames
    .filter(name => !sameValue(before?.[name], after?.[name]))
    .map(name => [name, { before: before?.[name] ?? null, after: after?.[name] ?? null }]);
  return Object.fromEntries(entries) as FieldChanges;
}
