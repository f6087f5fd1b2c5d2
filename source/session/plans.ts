import { readUndoFacts } from '../../db/catalog-facts.ts';
import { newestToRedo, newestToUndo, readChangeSet } from '../../db/change-sets.ts';
import type { Db } from '../../db/dialect.ts';
import { readFacts } from '../../db/facts.ts';
import { type ChangeSet, changeSetLimit, type Problem } from '../roster/change-set.ts';
import type { Planned, Wish } from '../roster/effects.ts';
import { fold } from '../roster/fold.ts';
import { type Intent, plan, tooManyChanges } from '../roster/plan.ts';
import type { Operator } from '../roster/privileges.ts';
import { planImportOf } from './import-plan.ts';

/** Plans what a screen wants; null if there is nothing to work on. People who can't be part of it are left out and named. */
export async function planWish(db: Db, wish: Wish, operator: Operator): Promise<Planned | null> {
  if (wish.kind === 'undo' || wish.kind === 'undo-set' || wish.kind === 'redo')
    return planUndoing(db, wish, operator);
  if (wish.kind === 'import') return planImportOf(db, wish, operator);
  if (wish.ids.length === 0) return null;
  const intent = intentOf(wish);
  // Reading the facts of a million only to refuse them would hold up the keys.
  if (wish.ids.length > changeSetLimit)
    return { wish, changeSet: tooMany(intent, wish.ids.length), leftOut: [] };
  const first = inNameOrder(plan(intent, await readFacts(db, { ids: wish.ids }, operator)));
  const leftOut = first.problems.filter(problem => problem.person_id !== undefined);
  if (leftOut.length === 0) return { wish, changeSet: first, leftOut };
  const rest = without(wish.ids, leftOut);
  const changeSet = inNameOrder(plan(intent, await readFacts(db, { ids: rest }, operator)));
  return { wish: { ...wish, ids: rest }, changeSet, leftOut };
}

/** What a wish about people asks of the rules. */
export function intentOf(
  wish: Extract<Wish, { ids: readonly number[] }>,
): Extract<Intent, { kind: 'add' | 'edit' | 'remove' }> {
  if (wish.kind === 'remove') return { kind: 'remove' };
  if (wish.kind === 'add') return { kind: 'add', edits: wish.edits, template: wish.template };
  return { kind: 'edit', edits: wish.edits, template: null, spared: wish.spared };
}

function tooMany({ kind }: Pick<ChangeSet, 'kind'>, count: number): ChangeSet {
  return {
    kind,
    summary: '',
    changes: [],
    catalog: [],
    problems: [tooManyChanges(count)],
    licenses: [],
    notices: [],
  };
}

async function planUndoing(db: Db, wish: Wish, operator: Operator): Promise<Planned | null> {
  const newest = wish.kind === 'undo' ? newestToUndo : newestToRedo;
  const id = wish.kind === 'undo-set' ? wish.id : await newest(db, operator.operator_id);
  const set = id === null ? null : await readChangeSet(db, id);
  if (!set) return null;
  const changeSet = inNameOrder(plan({ kind: 'undo', set }, await readUndoFacts(db, set, operator)));
  return { wish, changeSet, leftOut: [] };
}

/** People are read in the order of their names, not in the order in which somebody selected them. */
export function inNameOrder(changeSet: ChangeSet): ChangeSet {
  const keyed = changeSet.changes.map(change => ({ change, key: fold(change.user_name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.change.person_id - b.change.person_id));
  return { ...changeSet, changes: keyed.map(({ change }) => change) };
}

function without(ids: readonly number[], leftOut: readonly Problem[]): number[] {
  const out = new Set(leftOut.map(problem => problem.person_id));
  return ids.filter(id => !out.has(id));
}
