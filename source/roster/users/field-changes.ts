import type { FieldChanges } from '../plan/change-set.ts';
import { sameValue } from './field-values.ts';
import { fieldNames } from './fields.ts';
import type { UserSettings } from './user.ts';

/** The fields in which two states of a user differ; null stands for having no license. */
export function fieldChanges(before: UserSettings | null, after: UserSettings | null): FieldChanges {
  const entries = fieldNames
    .filter(name => !sameValue(before?.[name], after?.[name]))
    .map(name => [name, { before: before?.[name] ?? null, after: after?.[name] ?? null }]);
  return Object.fromEntries(entries) as FieldChanges;
}
