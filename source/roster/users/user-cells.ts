import { settingOrder } from '../plan/json.ts';
import { fields } from './fields.ts';
import type { FieldName, User, UserSettings } from './user.ts';

/** The columns of users as CSV: the names in JSON, in the same order. */
export const userColumns: readonly string[] = [
  'user_id',
  'user_email',
  'first_name',
  'last_name',
  'display_name',
  'department',
  ...settingOrder.map(name => fields[name].jsonName),
  'added_at',
  'modified_at',
  'modified_by',
  'version',
];

/** A user as cells for `userColumns`. */
export function userCells({ person, settings, added_at, modified_at, modified_by, version }: User): string[] {
  return [
    person.user_id,
    person.user_email,
    person.first_name,
    person.last_name,
    settings.display_name || person.display_name,
    person.department,
    ...settingOrder.map(name => valueText(name, settings[name])),
    added_at,
    modified_at,
    modified_by,
    String(version),
  ];
}

/** Whether a load is kept and does not count: several channels at once are off (domain rule 3). */
export function isWithoutEffect(name: FieldName, settings: UserSettings): boolean {
  const isLoad = name === 'max_agent_load' || name === 'email_max_agent_load';
  return isLoad && settings[name] !== null && settings.multi_channel_engagements === false;
}

/** The value of a setting as text; empty where there is none. */
export function valueText<Name extends FieldName>(name: Name, value: UserSettings[Name] | null): string {
  return value === null ? '' : fields[name].toText(value);
}
