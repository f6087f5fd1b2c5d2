import { readClashes } from '../../../db/account/clashes.ts';
import { readFacts } from '../../../db/changes/facts.ts';
import { removedThere } from '../../../db/changes/removed-there.ts';
import { takenBack } from '../../../db/changes/taken-back.ts';
import { readUndoFacts } from '../../../db/changes/undo-facts.ts';
import { readEmptied, readStacks } from '../../../db/changes/undo-stacks.ts';
import { readChangeSet } from '../../../db/history/change-sets.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { idsOf } from '../../../db/users/pages.ts';
import { matchingIds } from '../../../db/users/window.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import { type ChangeSet, changeSetLimit, type Problem } from '../../roster/plan/change-set.ts';
import { type Intent, plan } from '../../roster/plan/plan.ts';
import { summaryOf } from '../../roster/plan/summary.ts';
import type { ChangeRequest, Planned } from '../../roster/screen/effects.ts';
import { gathered, inBoth, nobody, withAll } from '../../roster/screen/selection.ts';
import { fold } from '../../roster/text/fold.ts';
import { nothingToRedo } from '../../roster/undo/undo-stacks.ts';
import { planImportOf } from '../files/import-plan.ts';
import type { Promised } from './promised.ts';

/** Plans what a screen wants; null if there is nothing to work on. People who can't be part of it are left out and named. */
export async function planRequest(
  db: Db,
  request: ChangeRequest,
  { operator, promised }: { operator: Operator; promised: Promised },
): Promise<Planned | null> {
  if (request.kind === 'undo' || request.kind === 'undo-set' || request.kind === 'redo')
    return planUndoing(db, request, { operator, promised });
  if (request.kind === 'import') return planImportOf(db, request, operator);
  if (request.kind === 'remove' && request.leavers)
    return planPeople(db, { ...request, ids: await idsOf(db, leavers, changeSetLimit) }, operator);
  return planPeople(db, request, operator);
}

const leavers = [{ field: 'person', status: 'inactive' }] as const;

async function planPeople(db: Db, request: PeopleChangeRequest, operator: Operator): Promise<Planned | null> {
  if (request.ids.length === 0) return null;
  const intent =
    request.kind === 'resolve'
      ? { ...request, clashing: await readClashes(db, request.ids) }
      : intentOf(request);
  const first = inNameOrder(plan(intent, await readFacts(db, { ids: request.ids }, operator)));
  const leftOut = first.problems.filter(problem => problem.person_id !== undefined);
  if (leftOut.length === 0)
    return { request, changeSet: first, leftOut, notShown: await countNotShown(db, request) };
  const rest = without(request.ids, leftOut);
  const changeSet = inNameOrder(plan(intent, await readFacts(db, { ids: rest }, operator)));
  const left = { ...request, ids: rest };
  return { request: left, changeSet, leftOut, notShown: await countNotShown(db, left) };
}

/** How many of the people are not in the view that they were picked in. */
export async function countNotShown(db: Db, request: PeopleChangeRequest): Promise<number> {
  if (request.kind === 'add' || !request.seenIn) return 0;
  const { seenIn, ids } = request;
  const asked = withAll(nobody, ids);
  const within = seenIn.only ? inBoth(asked, seenIn.only) : asked;
  const shown = await gathered(matchingIds(db, { ...seenIn, only: within }));
  return asked.size - shown.size;
}

type PeopleChangeRequest = Extract<ChangeRequest, { ids: readonly number[] }>;

/** What a request about people asks of the rules. */
export function intentOf(
  request: Exclude<PeopleChangeRequest, { kind: 'resolve' }>,
): Extract<Intent, { kind: 'add' | 'edit' | 'remove' }> {
  if (request.kind === 'remove') return { kind: 'remove' };
  if (request.kind === 'add') return { kind: 'add', edits: request.edits, template: null };
  return { kind: 'edit', edits: request.edits, template: null, spared: request.spared };
}

async function planUndoing(
  db: Db,
  request: UndoRequest,
  { operator, promised }: { operator: Operator; promised: Promised },
): Promise<Planned | null> {
  const stacks = await readStacks(db, operator.operator_id);
  const id = request.kind === 'undo-set' ? request.id : stacks[request.kind];
  const set = id === null ? null : await readChangeSet(db, id);
  if (!set)
    return request.kind === 'redo' ? nothingLeft(request, await readEmptied(db, operator.operator_id)) : null;
  const changeSet = inNameOrder(
    plan({ kind: 'undo', set, skipConflicts: true }, await readUndoFacts(db, set, operator)),
  );
  // Whoever only presses a key is told first what does not come back.
  const taken = {
    ...(await takenBack(db, set, operator.operator_id)),
    removedThere: await removedThere(db, set.id),
  };
  const unseen = request.kind !== 'undo-set' && set.id !== promised[request.kind];
  // Should it have to be planned again, it is about the same set, whatever is the newest by then.
  return {
    request: { kind: 'undo-set', id: set.id },
    changeSet,
    leftOut: changeSet.leftOut ?? [],
    // A set that was picked out is known; what a key means is known as far as it was done on this screen.
    takesBack: taken.whose === 'last' && unseen ? { ...taken, whose: 'elsewhere' } : taken,
  };
}

type UndoRequest = Extract<ChangeRequest, { kind: 'undo' | 'undo-set' | 'redo' }>;

/** Where a change emptied the second stack, that is said. */
function nothingLeft(request: UndoRequest, emptied: Awaited<ReturnType<typeof readEmptied>>): Planned | null {
  if (!emptied) return null;
  const problems = [{ code: 'nothing_to_redo', message: nothingToRedo(emptied) }];
  const nothing = { changes: [], catalog: [], licenses: [], notices: [] };
  return { request, changeSet: { kind: 'redo', summary: 'Redo', ...nothing, problems }, leftOut: [] };
}

/** People are read in the order of their names, not in the order in which somebody selected them. */
export function inNameOrder(changeSet: ChangeSet): ChangeSet {
  const changes = sortedByName(changeSet.changes, change => ({
    name: change.user_name,
    id: change.person_id,
  }));
  return { ...changeSet, changes, summary: summaryOf({ ...changeSet, changes }) };
}

export function sortedByName<T>(people: readonly T[], of: (one: T) => { name: string; id: number }): T[] {
  const keyed = people.map(one => ({ one, key: fold(of(one).name), id: of(one).id }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id));
  return keyed.map(({ one }) => one);
}

function without(ids: readonly number[], leftOut: readonly Problem[]): number[] {
  const out = new Set(leftOut.map(problem => problem.person_id));
  return ids.filter(id => !out.has(id));
}
