import { assignmentSuffix } from '../users/assignment.ts';
import { type EditFacts, readEdits } from '../users/edit-settings.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import { sameValue } from '../users/field-values.ts';
import { type Part, partsOf } from '../users/parts.ts';
import type { FieldName, UserSettings } from '../users/user.ts';

/** Somebody as a form shows them, and as they are by now. */
export interface Meanwhile {
  person_id: number;
  was: UserSettings;
  now: UserSettings;
  edits: readonly FieldEdit[];
}

/** One setting that two people changed, each to something else, for one or many users. */
export interface Clash {
  field: FieldName;
  /** Which queue, skill or add-on it is about; null for a field as a whole. */
  item: string | null;
  /** What of mine it is about. */
  edits: readonly FieldEdit[];
  people: readonly number[];
  /** As texts; null where they differ from user to user. */
  was: string | null;
  theirs: string | null;
  mine: string | null;
}

/** Whose change of a setting it is to be. */
export type Side = 'theirs' | 'mine';

/** What tells a clash from others that are decided together. */
export function clashKey({ field, item }: Pick<Clash, 'field' | 'item'>): string {
  return `${field}\n${item ?? ''}`;
}

/**
 * What can't be merged: what they changed and my edits would change again, to something else. Also where I ask for
 * what was there before: setting everybody's role would silently take their change back. The rest is no clash.
 */
export function clashesOf(users: readonly Meanwhile[], facts: EditFacts): Clash[] {
  const found = new Map<string, Clash>();
  for (const user of users) {
    const touched = new Set(user.edits.map(edit => edit.field));
    const mine = readEdits(user.edits, facts).apply(user.now).after;
    for (const field of touched)
      for (const clash of inField(field, user, mine)) {
        const key = clashKey(clash);
        const before = found.get(key);
        found.set(key, before ? joined(before, clash) : clash);
      }
  }
  return [...found.values()];
}

function inField(field: FieldName, user: Meanwhile, mine: UserSettings): Clash[] {
  const was = partsOf(field, user.was);
  const now = partsOf(field, user.now);
  const wanted = partsOf(field, mine);
  const keys = new Set([...was.keys(), ...now.keys(), ...wanted.keys()]);
  return [...keys].flatMap((key): Clash[] => {
    const [before, theirs, ours] = [was.get(key), now.get(key), wanted.get(key)];
    if (same(before, theirs) || same(theirs, ours)) return [];
    const item = (before ?? theirs ?? ours)?.item ?? null;
    return [
      {
        field,
        item,
        edits: user.edits.filter(edit => edit.field === field && about(edit, item)),
        people: [user.person_id],
        was: before?.text ?? '',
        theirs: theirs?.text ?? '',
        mine: ours?.text ?? '',
      },
    ];
  });
}

function same(a: Part | undefined, b: Part | undefined): boolean {
  return sameValue(a?.value ?? null, b?.value ?? null);
}

/** Whether an edit is the one about an item: a form writes one edit for each. */
function about(edit: FieldEdit, item: string | null): boolean {
  if (item === null || edit.op === 'set' || edit.op === 'clear') return true;
  if (!edit.text.startsWith(item)) return false;
  const rest = edit.text.slice(item.length);
  return /^(=\d)?$/.test(rest) || assignmentSuffix(edit.text) === rest;
}

function joined(a: Clash, b: Clash): Clash {
  const common = (one: string | null, other: string | null) => (one === other ? one : null);
  return {
    ...a,
    people: [...a.people, ...b.people],
    was: common(a.was, b.was),
    theirs: common(a.theirs, b.theirs),
    mine: common(a.mine, b.mine),
  };
}
