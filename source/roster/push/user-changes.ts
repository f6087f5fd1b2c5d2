import type { RemoteSettings } from '../pull/pulled-change.ts';
import { sameValue } from '../users/field-values.ts';
import { fieldNames, fields } from '../users/fields.ts';
import { type FieldName, newSettings, type Reference, type UserSettings } from '../users/user.ts';
import {
  type Known,
  type MembershipChanges,
  queueChanges,
  skillChanges,
  teamChanges,
} from './membership-changes.ts';

/** What of one user is to be sent, by the kinds of operations that take it. */
export interface UserChanges extends MembershipChanges {
  person_id: number;
  isNew: boolean;
  /** What a batch takes. */
  profile: RemoteSettings;
  /** What a batch takes of who is added, and of others only a call of their own. */
  channels: RemoteSettings;
  region: Reference | null;
  status: RemoteSettings | null;
  /** What was changed and the account can't be told. */
  notSent: FieldName[];
}

const channelNames = [
  'concurrent_message_capacity',
  'concurrent_email_capacity',
  'multi_channel_engagements',
  'max_agent_load',
  'email_max_agent_load',
] as const;

const profileNames = [
  'role',
  'package_name',
  'add_ons_plan',
  'user_access',
  'country_iso_code',
  'client_integration',
  'client_integration_name',
] as const;

const statusNames = ['status_name', 'sub_status_name'] as const;

/**
 * Compares what the roster wants with what the account said last; what it did not say is let be. Without a base the user is added.
 */
export function userChanges(
  person_id: number,
  wanted: UserSettings,
  base: RemoteSettings | null,
  known: Known,
): UserChanges {
  const { mainRegion } = known;
  const before: RemoteSettings = base ?? {
    ...newSettings(wanted.role),
    region: mainRegion === null ? null : { id: mainRegion, name: '' },
  };
  const changed = new Set(
    fieldNames.filter(name => name in before && !sameValue(wanted[name], before[name])),
  );
  // Gone with its integration, the name is to be said again.
  if (changed.has('client_integration') && wanted.client_integration_name !== null)
    changed.add('client_integration_name');
  if (wanted.client_integration === 'Default' || !('client_integration' in before))
    changed.delete('client_integration_name');
  if (base === null) {
    changed.add('role').add('package_name');
    // The account puts them into its main region.
    if (wanted.region === null) changed.delete('region');
  }
  const notSent = new Set([...changed].filter(name => !canBeSent(name, wanted)));
  if (changed.has('role') && !known.has('role', wanted.role.id)) notSent.add('role');
  if (wanted.region && changed.has('region') && !known.has('region', wanted.region.id)) notSent.add('region');
  const values = (names: readonly FieldName[]): RemoteSettings =>
    Object.fromEntries(
      names.filter(name => changed.has(name) && !notSent.has(name)).map(name => [name, wanted[name]]),
    );
  const of = { wanted, before, known, notSent };
  const isElsewhere = 'status_name' in before && statusNames.some(name => changed.has(name));
  const { status_name, sub_status_name } = wanted;
  return {
    person_id,
    isNew: base === null,
    profile: values(profileNames),
    channels: values(channelNames),
    region: changed.has('region') && !notSent.has('region') ? wanted.region : null,
    ...queueChanges(changed.has('queues'), of),
    team: teamChanges(changed.has('team'), of),
    skills: skillChanges(changed.has('skills'), of),
    status: isElsewhere ? { status_name, sub_status_name } : null,
    notSent: [...notSent],
  };
}

/** Whether any operation takes a value of this field; most have none that says "nothing". */
function canBeSent(name: FieldName, wanted: UserSettings): boolean {
  if (!fields[name].byApi) return false;
  return !accountDecides.includes(name) || wanted[name] !== null;
}

/** What the account decides of who is added without saying it: nothing that is sent says "nothing". */
export const accountDecides: readonly FieldName[] = ['country_iso_code', 'region', ...channelNames];
