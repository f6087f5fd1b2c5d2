import { whyNotThisUser } from '../access/permission.ts';
import { catalogAfter } from '../catalog/catalog-after.ts';
import { identityOf } from '../catalog/catalog-entries.ts';
import { withinLicenses } from '../licenses/licenses.ts';
import type { AppliedChangeSet, CatalogChange, Change, Problem, Step } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import { lostThere } from '../plan/notice.ts';
import type { Draft } from '../plan/plan.ts';
import { additionNotices } from '../plan/plan-add.ts';
import { emailKey } from '../users/email-key.ts';
import { withoutRefusedPart } from './refused-part.ts';
import { undoCatalog, usedSince } from './undo-catalog.ts';
import type { Stacks } from './undo-stacks.ts';
import { undoChange } from './undo-user.ts';

/** What is to be undone. */
export interface Undoing {
  set: AppliedChangeSet;
  /** Only what it did to these, by e-mail; without it to all. */
  only?: readonly string[];
  /** Leaves out who clashes with later changes, instead of refusing all of it. */
  skipConflicts?: boolean;
}

/**
 * The inverse of a change set, as a change set of its own: additions are removed, removals come back whole, edited fields
 * return to what they were. Whoever's same fields changed since clashes, and so does who can't come back or whom the
 * operator may not change so; the rest can be undone without them. Undoing an undo is the redo.
 */
export function planUndo({ set, only, skipConflicts }: Undoing, facts: Facts): Draft {
  const kind = set.kind === 'undo' ? 'redo' : 'undo';
  const empty: Draft = { kind, undoes: set.id, changes: [], problems: [], notices: [] };
  // That users have changed since then is clear, and nothing to do about.
  if (set.undone_by !== null) return { ...empty, problems: [undoneAlready(set, set.undone_by)] };
  if (set.kind === 'pull') return { ...empty, problems: [ofTheAccount(set)] };
  const takenBack = facts.undo?.takenBack ?? new Map<string, number>();
  const inForce = (part: Change | CatalogChange) => !takenBack.has(partOf(part));
  const things = set.catalog.filter(inForce);
  const { chosen, problems: unknown } = chosenOf({ ...set, catalog: things }, only, facts);
  const left = chosen
    .filter(inForce)
    .map(change => withoutRefusedPart(change, facts.undo?.refusedParts.get(change.person_id)));
  const [before] = chosen;
  if (before && left.length === 0 && (only || things.length === 0))
    return { ...empty, problems: [undoneAlready(set, takenBack.get(partOf(before)) ?? 0)] };
  const { catalog, problems } = only ? { catalog: [], problems: unknown } : undoCatalog(things, facts);
  const { changes, clashes } = undoUsers(left, catalogAfter(facts, catalog), skipConflicts);
  problems.push(...usedSince(catalog, changes, facts));
  const goesOn = skipConflicts && changes.length + catalog.length > 0;
  const leftOut = goesOn ? clashes : [];
  const partial = chosen.length < set.changes.length ? 'chosen' : leftOut.length > 0 ? 'clashes' : null;
  const step = partial === 'chosen' ? null : stepOf(set.id, facts.undo?.stacks);
  return {
    ...empty,
    ...(step && { step }),
    ...(partial && { partial }),
    ...(leftOut.length > 0 && { leftOut }),
    changes,
    catalog,
    problems: goesOn ? problems : [...problems, ...clashes],
    notices: [
      ...(facts.undo?.removedThere && changes.some(({ action }) => action === 'add') ? [anewThere] : []),
      ...additionNotices(changes.filter(({ person_id }) => facts.undo?.unsent.has(person_id)).length, facts),
    ],
  };
}

/** Said beforehand: the account has no way back. */
const anewThere = `The account adds them anew, if it has a license left: ${lostThere} do not come back.`;

/** Which part of a set a change is, the same in the set that takes it back: `user 12`, `role 4`. */
export function partOf(change: Pick<Change, 'person_id'> | CatalogChange): string {
  return 'of' in change ? `${change.of} ${identityOf(change)}` : `user ${change.person_id}`;
}

/** How undoing a set moves it between its operator's stacks; null where it is not on top of one (domain rule 9). */
export function stepOf(id: number, stacks: Pick<Stacks, 'undo' | 'redo'> | undefined): Step | null {
  if (id === stacks?.undo) return 'undo';
  return id === stacks?.redo ? 'redo' : null;
}

/** What the account did is not taken back here. */
export function ofTheAccount({ id }: Pick<AppliedChangeSet, 'id'>): Problem {
  const message = `Change set ${id} was made at the account; taking it back here would not take it back there. Change these users instead.`;
  return { code: 'of_the_account', value: String(id), message };
}

function undoneAlready({ id }: AppliedChangeSet, by: number): Problem {
  const message = `Change set ${id} is undone already, by change set ${by}.`;
  return { code: 'already_undone', value: String(id), message };
}

/** The part of a set that was asked for. */
function chosenOf(
  set: AppliedChangeSet,
  only: readonly string[] | undefined,
  { subjects }: Facts,
): { chosen: Change[]; problems: Problem[] } {
  if (!only) return { chosen: set.changes, problems: [] };
  const today = new Map(subjects.map(({ person }) => [person?.person_id, person?.user_email ?? '']));
  const wanted = new Map(only.map(email => [emailKey(email), email]));
  const found = new Set<string>();
  const chosen = set.changes.filter(({ person_id, user_email }) => {
    const keys = [user_email, today.get(person_id) ?? ''].map(emailKey).filter(key => wanted.has(key));
    for (const key of keys) found.add(key);
    return keys.length > 0;
  });
  const problems = [...wanted]
    .filter(([key]) => !found.has(key))
    .map(([, value]): Problem => {
      const message = `Change set ${set.id} did nothing to ${value}. Whom it changed: roster history --show ${set.id}`;
      return { code: 'not_in_change_set', column: 'user_email', value, message };
    });
  if (set.catalog.length > 0) {
    const message = `Change set ${set.id} changed more than users, and can be undone only as a whole.`;
    problems.push({ code: 'not_in_parts', value: String(set.id), message });
  }
  return { chosen, problems };
}

function undoUsers(
  wanted: readonly Change[],
  facts: Facts,
  skipConflicts: boolean | undefined,
): { changes: Change[]; clashes: Problem[] } {
  const subjects = new Map(facts.subjects.map(subject => [subject.person?.person_id, subject]));
  const changes: Change[] = [];
  const clashes: Problem[] = [];
  for (const change of wanted) {
    const undone = undoChange(change, subjects.get(change.person_id), facts);
    if ('problem' in undone) clashes.push({ ...undone.problem, person_id: change.person_id });
    if ('problem' in undone || !undone.change) continue;
    // One user whom the operator may not change so keeps nobody else from coming back (domain rule 7).
    const refused = whyNotThisUser(undone.change, facts, facts.operator);
    if (refused) clashes.push(refused);
    else changes.push(undone.change);
  }
  // Where all or nothing is asked for, one sentence says how many licenses are missing.
  if (!skipConflicts) return { changes, clashes };
  const { fitting, without } = withinLicenses(changes, facts);
  return { changes: fitting, clashes: [...clashes, ...without] };
}
