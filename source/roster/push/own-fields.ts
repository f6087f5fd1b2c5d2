import type { Change, FieldChanges } from '../plan/change-set.ts';
import type { RemoteSettings } from '../pull/pulled-change.ts';
import type { FieldName, UserSettings } from '../users/user.ts';

/** Fields that are sent together. */
const together: readonly (readonly FieldName[])[] = [
  ['client_integration', 'client_integration_name'],
  ['status_name', 'sub_status_name'],
];

/** What of a user a change set is about; `all` is also whether they are a user. */
export type OwnFields = ReadonlySet<FieldName> | 'all';

/** What a change is about, with the fields that are sent together with those. */
export function ownFields({ action, fields }: Pick<Change, 'action' | 'fields'>): OwnFields {
  if (action !== 'update') return 'all';
  const names = Object.keys(fields) as FieldName[];
  return new Set([...names, ...together.filter(pair => pair.some(name => names.includes(name))).flat()]);
}

/** The settings as they are wanted in these fields, and else as the account has them. */
export function onlyIn(fields: OwnFields, settings: UserSettings, said: RemoteSettings): UserSettings {
  if (fields === 'all') return settings;
  const others = Object.entries(said).filter(([name]) => !fields.has(name as FieldName));
  return { ...settings, ...Object.fromEntries(others) };
}

/** What the account's lists do not tell, or where it changes all the time. */
const unsaid: readonly (readonly FieldName[])[] = [
  ['status_name', 'sub_status_name'],
  ['client_integration_name'],
];

/** Whether a change is about any of that. */
export function isUnsaid(fields: FieldChanges): boolean {
  return unsaid.flat().some(name => name in fields);
}

/**
 * What the account said, with what somebody had before a change of what it is not known to have said: so that it differs, and is sent.
 * Null where it said all that is changed. `now` are the settings before the change, or after it.
 */
export function withUnsaid(
  said: RemoteSettings,
  fields: FieldChanges,
  now: UserSettings,
): RemoteSettings | null {
  const names = unsaid
    .filter(group => group.some(name => name in fields) && !group.some(name => name in said))
    .flat();
  if (names.length === 0) return null;
  const before = names.map(name => [name, name in fields ? fields[name]!.before : now[name]]);
  return { ...said, ...(Object.fromEntries(before) as RemoteSettings) };
}
