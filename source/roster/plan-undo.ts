import { catalogAfter } from './catalog-after.ts';
import type { AppliedChangeSet, Change, ChangeSet, Problem, Step } from './change-set.ts';
import type { Facts, LaterSet, Subject } from './facts.ts';
import { fieldChanges } from './field-changes.ts';
import { sameValue } from './field-values.ts';
import { fieldNames, fields } from './fields.ts';
import type { Draft } from './plan.ts';
import { notRemovable } from './plan-remove.ts';
import { describeCatalog, undoCatalog } from './undo-catalog.ts';
import type { Stacks } from './undo-stacks.ts';
import { type FieldName, newSettings, type Reference, type User, type UserSettings } from './user.ts';
import { counted } from './words.ts';

/**
 * The inverse of a change set, as a change set of its own: additions are removed, removals come back
 * whole, edited fields return to what they were. Refused for users whose same fields changed since.
 * Undoing an undo is the redo.
 */
export function planUndo(set: AppliedChangeSet, facts: Facts): Draft {
  const kind = set.kind === 'undo' ? 'redo' : 'undo';
  const draft: Draft = { kind, summary: '', undoes: set.id, changes: [], problems: [], notices: [] };
  if (set.undone_by !== null) {
    const message = `Change set ${set.id} is undone already, by change set ${set.undone_by}.`;
    draft.problems.push({ code: 'already_undone', value: String(set.id), message });
    // That users have changed since then is clear, and nothing to do about.
    return { ...draft, summary: `${kind === 'redo' ? 'Redo' : 'Undo'} ${set.id}` };
  }
  const { catalog, problems } = undoCatalog(set, facts);
  draft.problems.push(...problems);
  // What comes back with this set can be given back, too.
  const then = catalogAfter(facts, catalog);
  const subjects = new Map(facts.subjects.map(subject => [subject.person?.person_id, subject]));
  for (const change of set.changes) {
    const subject = subjects.get(change.person_id);
    if (!subject?.person) draft.problems.push(gone(change));
    else invert(change, { ...subject, person: subject.person }, then, draft);
  }
  const step = stepOf(set.id, facts.undo?.stacks);
  if (step) draft.step = step;
  draft.summary = `${kind === 'redo' ? 'Redo' : 'Undo'} ${set.id}: ${describe({ ...draft, catalog })}`;
  return { ...draft, catalog };
}

/** How undoing a set moves it between its operator's stacks; null where it is not on top of one (domain rule 9). */
export function stepOf(id: number, stacks: Pick<Stacks, 'undo' | 'redo'> | undefined): Step | null {
  if (id === stacks?.undo) return 'undo';
  return id === stacks?.redo ? 'redo' : null;
}

type KnownSubject = Subject & { person: NonNullable<Subject['person']> };

function invert(change: Change, subject: KnownSubject, facts: Facts, draft: Draft) {
  const current = subject.user;
  const common = {
    person_id: change.person_id,
    user_email: subject.person.user_email,
    user_name: change.user_name,
  };
  if (change.action === 'remove') {
    const kept = current ? null : settingsBefore(change, facts, draft);
    if (current) draft.problems.push(changedSince(change, ' has a license again', setOf(current)));
    else if (kept?.role) {
      const after = { ...newSettings(kept.role), ...kept };
      const { added_at } = change;
      draft.changes.push({
        ...common,
        action: 'add',
        version: null,
        added_at,
        fields: fieldChanges(null, after),
      });
    }
    return;
  }
  if (!current)
    return void draft.problems.push(changedSince(change, ' was removed', removalOf(change, facts)));
  // An addition is taken back whole, so any later change to the user counts, not only to the fields it set.
  const touched = change.action === 'add' ? fieldNames : (Object.keys(change.fields) as FieldName[]);
  const later = touched.find(name => !sameValue(current.settings[name], change.fields[name]?.after));
  if (later)
    return void draft.problems.push(
      changedSince(change, `'s ${fields[later].label.toLowerCase()} changed`, setOf(current)),
    );
  const { version, settings, added_at } = current;
  if (change.action === 'add') {
    const refused = notRemovable(facts, change.person_id, change.user_name);
    if (refused) draft.problems.push(refused);
    else
      draft.changes.push({
        ...common,
        action: 'remove',
        version,
        added_at,
        fields: fieldChanges(settings, null),
      });
    return;
  }
  const kept = settingsBefore(change, facts, draft);
  const changed = kept ? fieldChanges(settings, { ...settings, ...kept }) : {};
  if (Object.keys(changed).length > 0)
    draft.changes.push({ ...common, action: 'update', version, fields: changed });
}

/** The settings as the change found them, with what they refer to by the names of today and without what is gone. */
function settingsBefore(change: Change, facts: Facts, draft: Draft): Partial<UserSettings> | null {
  const kept = Object.fromEntries(
    Object.entries(change.fields).map(([name, values]) => [name, values.before]),
  ) as Partial<UserSettings>;
  const { catalog } = facts;
  if (kept.role) {
    const { id, name } = kept.role;
    const role = catalog.roles.find(candidate => candidate.id === id);
    if (!role) {
      const message = `${change.user_name} had the role ${name}, which no longer exists.`;
      draft.problems.push({ code: 'unknown_role', value: name, message, person_id: change.person_id });
      return null;
    }
    kept.role = { id, name: role.name };
  }
  const today = <T extends Reference>(noun: string, list: readonly Reference[], value: T): T | null => {
    const found = list.find(candidate => candidate.id === value.id);
    if (found) return { ...value, name: found.name };
    const message = `The ${noun} ${value.name} no longer exists; ${change.user_name} does not get it back.`;
    draft.notices.push(message);
    return null;
  };
  const all = <T extends Reference>(noun: string, list: readonly Reference[], values: readonly T[]): T[] =>
    values.map(value => today(noun, list, value)).filter(value => value !== null);
  kept.queues &&= all('queue', catalog.queues, kept.queues);
  kept.skills &&= all('skill', catalog.skills, kept.skills);
  kept.team &&= today('team', catalog.teams, kept.team);
  kept.region &&= today('region', catalog.regions, kept.region);
  return kept;
}

function gone(change: Change): Problem {
  return {
    code: 'unknown_person',
    column: 'user_email',
    value: change.user_email,
    message: `${change.user_email} is no longer in the account.`,
  };
}

/** The set that made a user what they are now. */
function setOf({ version, modified_by }: User): LaterSet {
  return { id: version, operator_name: modified_by };
}

function removalOf({ person_id }: Change, { removed }: Facts): LaterSet | null {
  return removed?.get(person_id) ?? null;
}

function changedSince(change: Change, what: string, later: LaterSet | null): Problem {
  const by = later ? ` by change set ${later.id} of ${later.operator_name}` : ' since';
  return {
    code: 'changed_since',
    column: 'user_email',
    value: change.user_email,
    person_id: change.person_id,
    message: `${change.user_name}${what}${by}. Undo the later change first.`,
  };
}

function describe({ changes, catalog }: Pick<ChangeSet, 'changes' | 'catalog'>): string {
  const actions = { add: 'bring back', remove: 'remove', update: 'change back' } as const;
  const parts = (['add', 'remove', 'update'] as const)
    .map(action => ({ action, count: changes.filter(change => change.action === action).length }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${actions[action]} ${counted(count, 'user')}`);
  return [...describeCatalog(catalog), ...parts].join(', ') || 'change back 0 users';
}
