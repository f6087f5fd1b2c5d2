import { catalogChangeJson } from '../catalog/catalog-json.ts';
import { pushCostJson } from '../push/push-cost.ts';
import { accountFields, fieldNames, fields } from '../users/fields.ts';
import type { FieldName, Person, User, UserSettings } from '../users/user.ts';
import type { AppliedChangeSet, Change, ChangeSet, Problem } from './change-set.ts';

/** The settings in the order in which JSON and CSV have them; the display name stands with the person's names. */
export const settingOrder: readonly FieldName[] = [
  'role',
  'user_access',
  'status_name',
  'sub_status_name',
  'package_name',
  'add_ons_plan',
  'country_iso_code',
  'region',
  'client_integration',
  'client_integration_name',
  'concurrent_message_capacity',
  'concurrent_email_capacity',
  'multi_channel_engagements',
  'max_agent_load',
  'email_max_agent_load',
  'team',
  'queues',
  'skills',
  ...accountFields,
];

/** A user as scripts get it. The display name is the one that is shown: their own, or else the person's. */
export function userJson({ person, settings, added_at, modified_at, modified_by, version }: User) {
  return {
    user_id: person.user_id,
    user_email: person.user_email,
    first_name: person.first_name,
    last_name: person.last_name,
    display_name: settings.display_name || person.display_name,
    department: person.department,
    ...Object.fromEntries(settingOrder.map(name => [fields[name].jsonName, valueJson(name, settings[name])])),
    added_at,
    modified_at,
    modified_by,
    version,
  };
}

/** An account user as scripts get it. */
export function personJson(person: Omit<Person, 'person_id'>, licensed: boolean) {
  const { user_id, user_email, first_name, last_name, display_name, department, account_status } = person;
  return { user_id, user_email, first_name, last_name, display_name, department, account_status, licensed };
}

/** A change set as scripts get it; id, time, by whom and from where only where it was applied. */
export function changeSetJson(set: ChangeSet | AppliedChangeSet) {
  const { kind, summary, undoes, licenses, notices, account } = set;
  return {
    ...('id' in set ? { id: set.id, at: set.at, operator: set.operator_name, via: set.via } : {}),
    kind,
    summary,
    ...(undoes === undefined ? {} : { undoes }),
    changes: set.changes.map(changeJson),
    ...(set.catalog.length > 0 ? { catalog: set.catalog.map(catalogChangeJson) } : {}),
    // Of an undo in part: who was left out.
    problems: [...set.problems, ...(set.leftOut ?? [])].map(problemJson),
    licenses: licenses.map(({ package_name, before, after, total }) => ({
      package_name,
      before,
      after,
      total,
    })),
    notices,
    ...(account && !('id' in set) ? { account: pushCostJson(account) } : {}),
  };
}

function changeJson({ user_email, action, fields: changed }: Change) {
  const values = fieldNames.flatMap(name => {
    const pair = changed[name];
    if (!pair) return [];
    return [
      [fields[name].jsonName, { before: valueJson(name, pair.before), after: valueJson(name, pair.after) }],
    ];
  });
  return {
    user_email,
    action,
    fields: Object.fromEntries(values) as Record<string, { before: unknown; after: unknown }>,
  };
}

/** A problem without what only the program itself needs of it. */
function problemJson({ code, line, column, value, message }: Problem) {
  return {
    code,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value }),
    message,
  };
}

function valueJson<Name extends FieldName>(name: Name, value: UserSettings[Name] | null): unknown {
  return value === null ? null : fields[name].toJson(value);
}
