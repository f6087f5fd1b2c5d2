import { accountPlanProblems, permissionProblems } from '../access/permission.ts';
import { guardProblems } from '../catalog/catalog-guards.ts';
import { type CatalogRequest, planCatalog } from '../catalog/plan-catalog.ts';
import { licenseArithmetic, licenseProblems } from '../licenses/licenses.ts';
import { counted, number } from '../text/words.ts';
import { planUndo, type Undoing } from '../undo/plan-undo.ts';
import type { ChangeSet, Problem } from './change-set.ts';
import { addLimit, changeSetLimit, changesHere, isEmpty } from './change-set.ts';
import type { Facts } from './facts.ts';
import { type Addition, planAdd } from './plan-add.ts';
import { type Editing, planEdit } from './plan-edit.ts';
import { type Import, planImport } from './plan-import.ts';
import { planRemove } from './plan-remove.ts';
import { planResolve, type Resolving } from './plan-resolve.ts';
import { summaryOf } from './summary.ts';

/** What somebody wants; the people it is about are the subjects of the facts. */
export type Intent =
  | ({ kind: 'add' } & Addition)
  | ({ kind: 'edit' } & Editing)
  | ({ kind: 'import' } & Import)
  | { kind: 'remove' }
  | ({ kind: 'resolve' } & Resolving)
  | { kind: 'catalog'; request: CatalogRequest }
  | ({ kind: 'undo' } & Undoing);

/** What each kind of intent works out by itself; `plan` adds what holds for all of them. */
export type Draft = Pick<ChangeSet, 'kind' | 'undoes' | 'step' | 'changes' | 'problems' | 'notices'> &
  Partial<Pick<ChangeSet, 'catalog' | 'partial' | 'leftOut' | 'resolved'>>;

/**
 * Works out what an intent would do. Pure: nothing is read but `facts`, nothing is written.
 * A change set with problems is not to be applied; one without changes has nothing to do.
 */
export function plan(intent: Intent, facts: Facts): ChangeSet {
  const draft = draftFor(intent, facts);
  const licenses = licenseArithmetic(changesHere(draft), facts);
  const catalog = draft.catalog ?? [];
  const problems = [
    ...draft.problems,
    ...limitProblems(draft),
    ...licenseProblems(licenses, facts),
    ...(catalog.length > 0 ? guardProblems(catalog, facts, facts.operator) : []),
    ...permissionProblems({ ...draft, catalog }, facts, facts.operator),
    ...(isEmpty({ ...draft, catalog }) ? [] : accountPlanProblems({ catalog }, facts.account)),
  ];
  return { ...draft, summary: summaryOf({ ...draft, catalog }), catalog, problems, licenses };
}

function draftFor(intent: Intent, facts: Facts): Draft {
  switch (intent.kind) {
    case 'add':
      return planAdd(intent, facts);
    case 'edit':
      return planEdit(intent, facts);
    case 'import':
      return planImport(intent, facts);
    case 'remove':
      return planRemove(facts);
    case 'resolve':
      return planResolve(intent, facts);
    case 'catalog':
      return planCatalog(intent.request, facts);
    case 'undo':
      return planUndo(intent, facts);
  }
}

function limitProblems({ kind, changes }: Draft): Problem[] {
  // Taking back a removal adds nobody new: the limit is on giving out licenses (domain rule 2).
  const added =
    kind === 'undo' || kind === 'redo' ? 0 : changes.filter(change => change.action === 'add').length;
  if (added > addLimit)
    return [
      {
        code: 'too_many_added',
        value: String(added),
        message: `${counted(added, 'user')} to add; at most ${number(addLimit)} can be added at once. Split the list.`,
      },
    ];
  if (changes.length > changeSetLimit) return [tooManyChanges(changes.length)];
  return [];
}

/** More users than a change set holds; also for those who would not even read so many from the database. */
export function tooManyChanges(count: number): Problem {
  return {
    code: 'too_many_changes',
    value: String(count),
    message:
      `${counted(count, 'user')} at once; a change set holds at most ${number(changeSetLimit)}. ` +
      'Narrow the search or the filters and do it in parts.',
  };
}
