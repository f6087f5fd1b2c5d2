import { type Field, field } from './field.ts';
import { queueText, skillText, teamText } from './field-values.ts';
import { readSwitch } from './read-value.ts';
import type { AccountSettings, AccountValue, FieldName, Reference } from './user.ts';
import {
  addOns,
  clientIntegrations,
  packageNames,
  presenceReasons,
  presences,
  userAccesses,
} from './vocabulary.ts';

type FieldTable = { [Name in FieldName]: Field<Name> };

const engagements = { kind: 'number', min: 0, max: 20 } as const;
const load = { kind: 'number', min: 1, max: 100 } as const;

function atTheAccount<Name extends keyof AccountSettings>(name: Name, label: string): Field<Name> {
  return field(
    name,
    label,
    { kind: 'as-read' },
    {
      ...{ settable: 'at-the-account', byApi: false, cleared: null },
      toJson: value => (isReference(value) ? value.name : value),
      toText: accountText,
    },
  );
}

function accountText(value: AccountValue | null): string {
  if (isReference(value)) return value.name;
  if (typeof value === 'boolean') return onOff(value);
  return typeof value === 'object' ? (value ?? []).join('; ') : String(value);
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function onOff(value: boolean | null): string {
  return value === null ? '' : value ? 'on' : 'off';
}

/** Every setting of a user, once: what it takes, when it may be set, how it reads and prints. */
export const fields: FieldTable = {
  role: field(
    'role',
    'Role',
    { kind: 'reference', of: 'role' },
    {
      jsonName: 'role_name',
      toJson: role => role?.name ?? null,
      toText: role => role?.name ?? '',
    },
  ),
  user_access: field('user_access', 'Status', { kind: 'choice', options: userAccesses }, {}),
  package_name: field('package_name', 'Package', { kind: 'choice', options: packageNames }, {}),
  add_ons_plan: field(
    'add_ons_plan',
    'Add-ons',
    { kind: 'choices', options: addOns, open: 'add_on' },
    { cleared: [] },
  ),
  country_iso_code: field('country_iso_code', 'Country', { kind: 'country' }, { cleared: null }),
  region: field(
    'region',
    'Region',
    { kind: 'reference', of: 'region' },
    {
      jsonName: 'region_name',
      cleared: null,
      toJson: region => region?.name ?? null,
      toText: region => region?.name ?? '',
    },
  ),
  client_integration: field(
    'client_integration',
    'Client integration',
    { kind: 'choice', options: clientIntegrations },
    { cleared: 'Default' },
  ),
  client_integration_name: field(
    'client_integration_name',
    'Client integration name',
    { kind: 'text', max: 100 },
    { cleared: null },
  ),
  concurrent_message_capacity: field('concurrent_message_capacity', 'Messages at once', engagements, {
    cleared: null,
  }),
  concurrent_email_capacity: field('concurrent_email_capacity', 'E-mails at once', engagements, {
    cleared: null,
  }),
  multi_channel_engagements: field(
    'multi_channel_engagements',
    'Several channels',
    { kind: 'choice', options: ['on', 'off'] },
    { cleared: null, read: readSwitch, toText: onOff },
  ),
  max_agent_load: field('max_agent_load', 'Agent load', load, { cleared: null }),
  email_max_agent_load: field('email_max_agent_load', 'E-mail agent load', load, { cleared: null }),
  display_name: field(
    'display_name',
    'Display name',
    { kind: 'text', max: 128 },
    { settable: 'after-adding', byApi: false, personal: true, cleared: null },
  ),
  status_name: field(
    'status_name',
    'Presence',
    { kind: 'choice', options: presences },
    { settable: 'after-adding', personal: true },
  ),
  sub_status_name: field(
    'sub_status_name',
    'Not ready reason',
    { kind: 'choice', options: presenceReasons, open: 'reason' },
    { settable: 'after-adding', personal: true, cleared: null },
  ),
  team: field(
    'team',
    'Team',
    { kind: 'team' },
    {
      settable: 'after-adding',
      cleared: null,
      toJson: team => (team ? { team_name: team.name, team_role: team.team_role } : null),
      toText: team => (team ? teamText(team) : ''),
    },
  ),
  queues: field(
    'queues',
    'Queues',
    { kind: 'queues' },
    {
      settable: 'after-adding',
      cleared: [],
      toJson: queues =>
        (queues ?? []).map(({ name, channel, user_assignment_type, opted_in }) => ({
          queue_name: name,
          channel,
          user_assignment_type,
          opted_in,
        })),
      toText: queues => (queues ?? []).map(queueText).join('; '),
    },
  ),
  skills: field(
    'skills',
    'Skills',
    { kind: 'skills' },
    {
      settable: 'after-adding',
      cleared: [],
      toJson: skills => (skills ?? []).map(({ name, level }) => ({ skill_name: name, level })),
      toText: skills => (skills ?? []).map(skillText).join('; '),
    },
  ),
  enable_user_level_recording: atTheAccount('enable_user_level_recording', 'Recording by user'),
  allowed_devices: atTheAccount('allowed_devices', 'Allowed devices'),
  mobile_client: atTheAccount('mobile_client', 'Mobile client'),
  external_url: atTheAccount('external_url', 'External URL'),
  default_outbound_voice_queue_name: atTheAccount('default_outbound_voice_queue_name', 'Outbound calls'),
  default_outbound_message_queue_name: atTheAccount(
    'default_outbound_message_queue_name',
    'Outbound messages',
  ),
  messaging_occupied: atTheAccount('messaging_occupied', 'Occupied: messages'),
  email_occupied: atTheAccount('email_occupied', 'Occupied: e-mails'),
};

/** In the order in which a form shows them. */
export const fieldNames = Object.keys(fields) as FieldName[];

/** What is set at the account alone. */
export const accountFields = fieldNames.filter(
  (name): name is keyof AccountSettings => fields[name].settable === 'at-the-account',
);

/** Where what can't be set here is set. */
export const portalPlace = 'in the Zoom web portal under Contact Center Management → Users';

/** What can be set here, at least where the roster is connected to no account. */
export const settableFields = fieldNames.filter(name => fields[name].settable !== 'at-the-account');

/** The field with this name in JSON, CSV and options; undefined if there is none. */
export function fieldByJsonName(jsonName: string): Field | undefined {
  return fieldNames.map(name => fields[name] as Field).find(candidate => candidate.jsonName === jsonName);
}
