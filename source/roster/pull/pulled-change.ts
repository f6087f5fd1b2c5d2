import type { Change } from '../plan/change-set.ts';
import { fieldChanges } from '../users/field-changes.ts';
import { sameValue } from '../users/field-values.ts';
import { type FieldName, newSettings, type Person, type User, type UserSettings } from '../users/user.ts';

/** Settings of a user as the account says they are; what was not read is left out. */
export type RemoteSettings = Partial<UserSettings>;

/** What comes of one user's settings at the account. */
export interface PulledChange {
  /** Null where nothing is to be written. */
  change: Change | null;
  /** What was changed both here and there since; it stays as it is here. */
  clashes: FieldName[];
  /** What was changed here alone. */
  waits: FieldName[];
  /** What the account said last, to be compared with next time; null where that was not enough to be somebody. */
  base: RemoteSettings | null;
}

const nothing: Omit<PulledChange, 'base'> = { change: null, clashes: [], waits: [] };

interface Sides {
  person: Person;
  /** Null: no license here. */
  user: User | null;
  /** What the account said last; null where it never said anything. */
  base: RemoteSettings | null;
  theirs: RemoteSettings;
}

/**
 * Merges what the account says with what was changed here, field by field: what the account changed is taken, what was
 * changed here waits to be sent, and what both changed differently clashes. Somebody removed here stays so. Whom the account
 * speaks of for the first time is taken as it says.
 */
export function pulledChange({ person, user, base, theirs }: Sides): PulledChange {
  if (!user) return base ? { ...nothing, base } : addition(person, theirs);
  const after: UserSettings = { ...user.settings };
  const unset = newSettings(user.settings.role);
  const said: RemoteSettings = { ...base };
  const clashes: FieldName[] = [];
  const waits: FieldName[] = [];
  for (const name of Object.keys(theirs) as FieldName[]) {
    const [mine, was, now] = [user.settings[name], base?.[name], theirs[name]];
    const isKnown = base !== null && name in base;
    // Of what the account did not say before, whatever was given here was given since.
    const before = isKnown ? was : base === null ? mine : unset[name];
    const isMineNew = !sameValue(before, mine);
    const isTheirsNew = !isKnown || !sameValue(was, now);
    if (isMineNew && isTheirsNew && !sameValue(mine, now)) {
      clashes.push(name);
      continue;
    }
    Object.assign(said, { [name]: now });
    if (!isMineNew) Object.assign(after, { [name]: now });
    else if (!sameValue(mine, now)) waits.push(name);
  }
  const fields = fieldChanges(user.settings, after);
  const change: Change = {
    ...identity(person, user.settings.display_name),
    ...{ action: 'update', version: user.version, fields },
  };
  return { change: Object.keys(fields).length > 0 ? change : null, clashes, waits, base: said };
}

function addition(person: Person, theirs: RemoteSettings): PulledChange {
  const { role } = theirs;
  // Without a role there is no user: it is there with the next reading.
  if (!role) return { ...nothing, base: null };
  const fields = fieldChanges(null, { ...newSettings(role), ...theirs });
  const change: Change = { ...identity(person, null), ...{ action: 'add', version: null, fields } };
  return { ...nothing, change, base: theirs };
}

/** Whom the account does not have any more. */
export function pulledRemoval({ person, settings, version, added_at }: User): Change {
  return {
    ...identity(person, settings.display_name),
    ...{ action: 'remove', version, added_at, fields: fieldChanges(settings, null) },
  };
}

function identity(
  { person_id, user_email, display_name }: Person,
  own: string | null,
): Pick<Change, 'person_id' | 'user_email' | 'user_name'> {
  return { person_id, user_email, user_name: own || display_name || user_email };
}
