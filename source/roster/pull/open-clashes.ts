import { sameValue } from '../users/field-values.ts';
import { fieldNames } from '../users/fields.ts';
import { type FieldName, newSettings, type UserSettings } from '../users/user.ts';
import type { RemoteSettings } from './pulled-change.ts';

/** A setting that was changed here and at the account, each to something else. */
export interface AccountClash {
  field: FieldName;
  /** What it was before both changed it. */
  was: unknown;
  theirs: unknown;
  mine: unknown;
}

/** What the account said of somebody. */
export interface Said {
  /** What it said last; of what clashes, what it said before both sides changed it. */
  settings: RemoteSettings;
  /** What was changed both here and there since, as the account has it; it stays as it is here. */
  clashes: RemoteSettings;
}

/**
 * What of a user clashes by now: not what has become the same on both sides since the account was read, nor what was taken back here.
 */
export function openClashes(here: UserSettings, { settings, clashes }: Said): AccountClash[] {
  const unset = newSettings(here.role);
  return fieldNames.flatMap(field => {
    if (!(field in clashes)) return [];
    const was = field in settings ? settings[field] : unset[field];
    const [mine, theirs] = [here[field], clashes[field]];
    return sameValue(mine, theirs) || sameValue(mine, was) ? [] : [{ field, was, theirs, mine }];
  });
}

/** What the account said last, without what it has otherwise by now. */
export function settledSettings({ settings, clashes }: Said): RemoteSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !(name in clashes)));
}
