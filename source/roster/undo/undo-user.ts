import type { Catalog } from '../catalog/catalog.ts';
import type { Change, Problem } from '../plan/change-set.ts';
import type { Facts, LaterSet, Subject } from '../plan/facts.ts';
import { notRemovable } from '../plan/plan-remove.ts';
import { lostIn, withTodaysNames } from '../plan/references.ts';
import { fieldChanges } from '../users/field-changes.ts';
import { sameValue } from '../users/field-values.ts';
import { fieldNames, fields } from '../users/fields.ts';
import { signedOut } from '../users/presence.ts';
import { type FieldName, newSettings, type UserSettings } from '../users/user.ts';

type Undone = { change: Change | null } | { problem: Problem };

/** The inverse of what a change set did to one user; null where nothing is left to do, or what it clashes with. */
export function undoChange(change: Change, subject: Subject | undefined, facts: Facts): Undone {
  if (!subject?.person) return { problem: gone(change) };
  const { person, user } = subject;
  const common = {
    person_id: change.person_id,
    user_email: person.user_email,
    user_name: change.user_name,
  };
  if (change.action === 'remove') {
    if (user)
      return { problem: changedSince(change, ' has a license again', laterSet(change, 'add', facts)) };
    if (person.account_status !== 'active') return { problem: notActive(change, person.account_status) };
    const before = settingsBefore(change, facts);
    if ('problem' in before) return before;
    const { role } = before.settings;
    if (!role) return { change: null };
    const after = fieldChanges(null, signedOut({ ...newSettings(role), ...before.settings }));
    return {
      change: { ...common, action: 'add', version: null, added_at: change.added_at ?? null, fields: after },
    };
  }
  const removed = facts.removed?.get(change.person_id) ?? null;
  if (!user) return { problem: changedSince(change, ' was removed', removed) };
  // An addition is taken back whole, so any later change to the user counts, not only to the fields it set.
  const touched = change.action === 'add' ? fieldNames : (Object.keys(change.fields) as FieldName[]);
  const later = touched.find(name => !sameValue(user.settings[name], change.fields[name]?.after));
  if (later) {
    const what = `'s ${fields[later].label.toLowerCase()} changed`;
    return { problem: changedSince(change, what, laterSet(change, later, facts)) };
  }
  const { version, settings, added_at } = user;
  if (change.action === 'add') {
    const problem = notRemovable(facts, change.person_id, change.user_name);
    if (problem) return { problem };
    const fields = fieldChanges(settings, null);
    return { change: { ...common, action: 'remove', version, added_at, fields } };
  }
  const before = settingsBefore(change, facts);
  if ('problem' in before) return before;
  const after = { ...settings, ...before.settings };
  // Access may have changed since, and presence goes with it (domain rule 4); or the set signed out who was inactive.
  if (before.settings.user_access === undefined && signedOut(after) !== after) {
    const inactivated = laterSet(change, 'user_access', facts);
    if (!inactivated) return { problem: staysOffline(change) };
    return { problem: changedSince(change, ' was made inactive', inactivated) };
  }
  const changed = fieldChanges(settings, signedOut(after));
  if (Object.keys(changed).length === 0) return { change: null };
  return { change: { ...common, action: 'update', version, fields: changed } };
}

/** The settings as the change found them, with what they refer to by the names of today. */
function settingsBefore(
  change: Change,
  { catalog, undo }: Facts,
): { settings: Partial<UserSettings> } | { problem: Problem } {
  const before = Object.fromEntries(
    Object.entries(change.fields).map(([name, values]) => [name, values.before]),
  ) as Partial<UserSettings>;
  const found = withTodaysNames(before, catalog);
  if ('settings' in found) return found;
  const { kind, id, name } = found.lost;
  return { problem: lostReference(change, { kind, name, by: undo?.lost.get(`${kind} ${id}`) ?? null }) };
}

/** The things that users get back by undoing these changes and that are no more: `queue 3`. */
export function lostReferences(changes: readonly Change[], catalog: Catalog): Set<string> {
  const lost = new Set<string>();
  for (const { fields } of changes) {
    const before = Object.fromEntries(Object.entries(fields).map(([name, { before }]) => [name, before]));
    for (const { kind, id } of lostIn(before, catalog)) lost.add(`${kind} ${id}`);
  }
  return lost;
}

function lostReference(
  { user_name }: Change,
  { kind, name, by }: { kind: string; name: string; by: LaterSet | null },
): Problem {
  const message = by
    ? `${user_name} had the ${kind} ${name}, removed by change set ${by.id} of ${by.operator_name}. Undo change set ${by.id} first.`
    : `${user_name} had the ${kind} ${name}, which no longer exists.`;
  return { code: `unknown_${kind}`, value: name, message };
}

function gone({ user_email }: Change): Problem {
  const message = `${user_email} is no longer in the account.`;
  return { code: 'unknown_person', column: 'user_email', value: user_email, message };
}

function notActive({ user_name, user_email }: Change, status: string): Problem {
  const message = `${user_name} is ${status} in the account; only active account users can have a license.`;
  return { code: `account_${status}`, column: 'user_email', value: user_email, message };
}

function staysOffline({ user_name, user_email }: Change): Problem {
  const message = `${user_name} is inactive, so their presence can't come back. Make them active first: roster edit ${user_email} --status active`;
  return { code: 'inactive_presence', column: 'user_email', value: user_email, message };
}

/** What `UndoFacts.later` is looked up by: a field of a user, or that they were added. */
export function laterKey(person_id: number, what: FieldName | 'add'): string {
  return `${person_id} ${what}`;
}

function laterSet({ person_id }: Change, what: FieldName | 'add', { undo }: Facts): LaterSet | null {
  return undo?.later.get(laterKey(person_id, what)) ?? null;
}

function changedSince({ user_name, user_email }: Change, what: string, later: LaterSet | null): Problem {
  const by = later ? ` by change set ${later.id} of ${later.operator_name}` : ' since';
  const message = `${user_name}${what}${by}. Undo the later change first.`;
  return { code: 'changed_since', column: 'user_email', value: user_email, message };
}
