import { sameValue } from '../users/field-values.ts';
import { fieldNames, fields } from '../users/fields.ts';
import { type FieldName, newSettings } from '../users/user.ts';
import type { Change } from './change-set.ts';

/** The fields of one change, in the order in which they take effect. */
export interface Steps {
  first: FieldName[];
  /** What the vendor takes only once somebody is a user. */
  second: FieldName[];
}

/**
 * The two steps of an addition: what is given together with adding, and what is set right after (domain rule 3). What
 * every new user has anyway needs no second step. Any other change is one step.
 */
export function stepsOf({ action, fields: changed }: Pick<Change, 'action' | 'fields'>): Steps {
  const names = fieldNames.filter(name => changed[name]);
  const isLater = (name: FieldName) =>
    action === 'add' &&
    fields[name].settable === 'after-adding' &&
    !sameValue(changed[name]?.after, untouched[name]);
  return { first: names.filter(name => !isLater(name)), second: names.filter(isLater) };
}

/** The settings of a new user before the second step. */
const untouched = newSettings({ id: 0, name: '' });
