import { type RawBuilder, sql } from 'kysely';
import { accountFields } from '../../source/roster/users/fields.ts';
import type { AccountSettings, AccountValue, UserSettings } from '../../source/roster/users/user.ts';

/** Where the account said nothing. */
const nothing = Object.fromEntries(accountFields.map(name => [name, null])) as Record<
  keyof AccountSettings,
  null
>;

/** What is set at the account alone, from its column: JSON of what was said, or null. Queues are called as they are now. */
export function accountSettings(
  column: string | null,
  queueNames: ReadonlyMap<number, string>,
): AccountSettings {
  if (column === null) return nothing;
  const said = JSON.parse(column) as AccountSettings;
  const now = (value: AccountValue | null = null) =>
    typeof value === 'object' && value !== null && 'id' in value
      ? { ...value, name: queueNames.get(value.id) ?? value.name }
      : value;
  const values = accountFields.map((name): [keyof AccountSettings, AccountValue | null] => [
    name,
    now(said[name]),
  ]);
  return Object.fromEntries(values) as unknown as AccountSettings;
}

/** The column of somebody with these settings. */
export function accountColumn(settings: Partial<UserSettings>): string | null {
  const said = accountFields.filter(name => (settings[name] ?? null) !== null);
  return said.length > 0
    ? JSON.stringify(Object.fromEntries(said.map(name => [name, settings[name]])))
    : null;
}

/** The column with what is changed of it; undefined where nothing is. */
export function changedAccountColumn(
  settings: Partial<UserSettings>,
): { at_account: RawBuilder<string | null> } | undefined {
  const changed = accountFields.filter(name => settings[name] !== undefined);
  if (changed.length === 0) return undefined;
  const patch = JSON.stringify(Object.fromEntries(changed.map(name => [name, settings[name]])));
  return { at_account: sql`nullif(json_patch(coalesce(at_account, '{}'), ${patch}), '{}')` };
}
