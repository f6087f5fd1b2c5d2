import { newestToRedo, newestToUndo, readChangeSet } from '../../db/change-sets.ts';
import type { Db } from '../../db/dialect.ts';
import { readFacts } from '../../db/facts.ts';
import { type ChangeSet, changeSetLimit, type Problem } from '../roster/change-set.ts';
import type { Planned, Wish } from '../roster/effects.ts';
import { fold } from '../roster/fold.ts';
import { type Intent, plan, tooManyChanges } from '../roster/plan.ts';
import type { Operator } from '../roster/privileges.ts';

/** Plans what a screen wants; null if there is nothing to work on. People who can't be part of it are left out and named. */
export async function planWish(db: Db, wish: Wish, operator: Operator): Promise<Planned | null> {
  if (wish.kind === 'undo' || wish.kind === 'redo') return planUndoing(db, wish, operator);
  if (wish.ids.length === 0) return null;
  const intent: Intent = wish.kind === 'edit' ? { kind: 'edit', edits: wish.edits } : { kind: 'remove' };
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

function tooMany({ kind }: Intent, count: number): ChangeSet {
  return { kind, summary: '', changes: [], problems: [tooManyChanges(count)], licenses: [], notices: [] };
}

async function planUndoing(db: Db, wish: Wish, operator: Operator): Promise<Planned | null> {
  const newest = wish.kind === 'undo' ? newestToUndo : newestToRedo;
  const id = await newest(db, operator.operator_id);
  const set = id === null ? null : await readChangeSet(db, id);
  if (!set) return null;
  const ids = set.changes.map(change => change.person_id);
  const changeSet = plan({ kind: 'undo', set }, await readFacts(db, { ids }, operator));
  return { wish, changeSet, leftOut: [] };
}

/** People are read in the order of their names, not in the order in which somebody selected them. */
function inNameOrder(changeSet: ChangeSet): ChangeSet {
  const keyed = changeSet.changes.map(change => ({ change, key: fold(change.user_name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.change.person_id - b.change.person_id));
  return { ...changeSet, changes: keyed.map(({ change }) => change) };
}

function without(ids: readonly number[], leftOut: readonly Problem[]): number[] {
  const out = new Set(leftOut.map(problem => problem.person_id));
  return ids.filter(id => !out.has(id));
}
