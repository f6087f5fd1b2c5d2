import { readChangeSet } from '../../db/change-sets.ts';
import type { Db } from '../../db/dialect.ts';
import { readFacts } from '../../db/facts.ts';
import { takenBack } from '../../db/taken-back.ts';
import { readUndoFacts } from '../../db/undo-facts.ts';
import { readEmptied, readStacks } from '../../db/undo-stacks.ts';
import { matchingIds } from '../../db/window.ts';
import type { ChangeSet, Problem } from '../roster/change-set.ts';
import type { Planned, Wish } from '../roster/effects.ts';
import { fold } from '../roster/fold.ts';
import { type Intent, plan } from '../roster/plan.ts';
import type { Operator } from '../roster/privileges.ts';
import { gathered, inBoth, nobody, withAll } from '../roster/selection.ts';
import { summaryOf } from '../roster/summary.ts';
import { undisturbed } from '../roster/turn.ts';
import { nothingToRedo } from '../roster/undo-stacks.ts';
import { planImportOf } from './import-plan.ts';
import type { Promised } from './promised.ts';

/** Plans what a screen wants; null if there is nothing to work on. People who can't be part of it are left out and named. */
export async function planWish(
  db: Db,
  wish: Wish,
  { operator, promised }: { operator: Operator; promised: Promised },
): Promise<Planned | null> {
  if (wish.kind === 'undo' || wish.kind === 'undo-set' || wish.kind === 'redo')
    return planUndoing(db, wish, { operator, promised });
  if (wish.kind === 'import') return planImportOf(db, wish, operator);
  if (wish.ids.length === 0) return null;
  const intent = intentOf(wish);
  const first = inNameOrder(plan(intent, await readFacts(db, { ids: wish.ids }, operator)));
  const leftOut = first.problems.filter(problem => problem.person_id !== undefined);
  if (leftOut.length === 0)
    return { wish, changeSet: first, leftOut, notShown: await countNotShown(db, wish) };
  const rest = without(wish.ids, leftOut);
  const changeSet = inNameOrder(plan(intent, await readFacts(db, { ids: rest }, operator)));
  const left = { ...wish, ids: rest };
  return { wish: left, changeSet, leftOut, notShown: await countNotShown(db, left) };
}

/** How many of the people are not in the view that they were picked in. */
export async function countNotShown(db: Db, wish: PeopleWish): Promise<number> {
  if (wish.kind === 'add' || !wish.seenIn) return 0;
  const { seenIn, ids } = wish;
  const asked = withAll(nobody, ids);
  const within = seenIn.only ? inBoth(asked, seenIn.only) : asked;
  const shown = await gathered(matchingIds(db, { ...seenIn, only: within }, undisturbed));
  return asked.size - shown.size;
}

type PeopleWish = Extract<Wish, { ids: readonly number[] }>;

/** What a wish about people asks of the rules. */
export function intentOf(wish: PeopleWish): Extract<Intent, { kind: 'add' | 'edit' | 'remove' }> {
  if (wish.kind === 'remove') return { kind: 'remove' };
  if (wish.kind === 'add') return { kind: 'add', edits: wish.edits, template: null };
  return { kind: 'edit', edits: wish.edits, template: null, spared: wish.spared };
}

async function planUndoing(
  db: Db,
  wish: UndoWish,
  { operator, promised }: { operator: Operator; promised: Promised },
): Promise<Planned | null> {
  const stacks = await readStacks(db, operator.operator_id);
  const id = wish.kind === 'undo-set' ? wish.id : stacks[wish.kind];
  const set = id === null ? null : await readChangeSet(db, id);
  if (!set)
    return wish.kind === 'redo' ? nothingLeft(wish, await readEmptied(db, operator.operator_id)) : null;
  const changeSet = inNameOrder(
    plan({ kind: 'undo', set, skipConflicts: true }, await readUndoFacts(db, set, operator)),
  );
  const taken = await takenBack(db, set, operator.operator_id);
  const unseen = wish.kind !== 'undo-set' && set.id !== promised[wish.kind];
  // Should it have to be planned again, it is about the same set, whatever is the newest by then.
  return {
    wish: { kind: 'undo-set', id: set.id },
    changeSet,
    leftOut: changeSet.leftOut ?? [],
    // A set that was picked out is known; what a key means is known as far as it was done on this screen.
    takesBack: taken.whose === 'last' && unseen ? { ...taken, whose: 'elsewhere' } : taken,
  };
}

type UndoWish = Extract<Wish, { kind: 'undo' | 'undo-set' | 'redo' }>;

/** Where a change emptied the second stack, that is said. */
function nothingLeft(wish: UndoWish, emptied: Awaited<ReturnType<typeof readEmptied>>): Planned | null {
  if (!emptied) return null;
  const problems = [{ code: 'nothing_to_redo', message: nothingToRedo(emptied) }];
  const nothing = { changes: [], catalog: [], licenses: [], notices: [] };
  return { wish, changeSet: { kind: 'redo', summary: 'Redo', ...nothing, problems }, leftOut: [] };
}

/** People are read in the order of their names, not in the order in which somebody selected them. */
export function inNameOrder(changeSet: ChangeSet): ChangeSet {
  const keyed = changeSet.changes.map(change => ({ change, key: fold(change.user_name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.change.person_id - b.change.person_id));
  const changes = keyed.map(({ change }) => change);
  return { ...changeSet, changes, summary: summaryOf({ ...changeSet, changes }) };
}

function without(ids: readonly number[], leftOut: readonly Problem[]): number[] {
  const out = new Set(leftOut.map(problem => problem.person_id));
  return ids.filter(id => !out.has(id));
}
