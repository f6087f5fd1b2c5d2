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

/** The value of a setting as text; empty where there is none. */
export function valueText<Name extends FieldName>(name: Name, value: UserSettings[Name] | null): string {
  return value === null ? '' : fields[name].toText(value);
}
