import type { RefusalState } from './push-state.ts';
import { type PushStep, peopleOf, thingIdOf } from './step.ts';

/** What the account did not take of a change set; see `push_refusals`. */
export interface Refused {
  person_id: number | null;
  kind: string | null;
  local_id: number | null;
  operation: PushStep['operation'];
  state: RefusalState;
}

/**
 * The steps of a change set without what was refused of it before: whom the account did not add has nothing more to be sent, nor is
 * anybody put into what it did not make.
 */
export function withoutRefused(steps: readonly PushStep[], refusals: readonly Refused[]): PushStep[] {
  const refused = refusals.filter(({ state }) => state === 'refused');
  const isRefused = (step: PushStep, person_id: number) =>
    refused.some(
      one =>
        one.person_id === person_id &&
        (one.operation === 'batchCreateUsers' || one.operation === step.operation) &&
        (one.local_id === null || one.local_id === (thingIdOf(step) ?? one.local_id)),
    );
  const things = refused.filter(({ person_id, kind }) => person_id === null && kind !== null);
  const isOfRefusedThing = (step: PushStep) =>
    'thing_id' in step &&
    things.some(
      ({ kind, local_id, operation }) =>
        local_id === step.thing_id &&
        (operation === step.operation || (operation.startsWith('create') && isInto(step.operation, kind!))),
    );
  return steps
    .filter(step => !isOfRefusedThing(step) && !refused.some(one => isCategory(one, step)))
    .flatMap((step): PushStep[] => {
      if (peopleOf(step).length === 0) return [step];
      if ('rows' in step) {
        const rows = step.rows.filter(({ person_id }) => !isRefused(step, person_id));
        return rows.length > 0 ? [{ ...step, rows }] : [];
      }
      const people = peopleOf(step).filter(person_id => !isRefused(step, person_id));
      return people.length > 0 ? [{ ...step, people } as PushStep] : [];
    });
}

function isCategory(refused: Refused, step: PushStep): boolean {
  return step.operation === 'createSkillCategory' && refused.operation === step.operation;
}

function isInto(operation: PushStep['operation'], kind: string): boolean {
  return operation.toLowerCase().includes(kind) && operation.startsWith('assign');
}
