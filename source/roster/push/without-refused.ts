import type { RefusalState } from './push-state.ts';
import type { PushStep } from './step.ts';
import { partWhere, sizeOf } from './step-parts.ts';

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
  const things = refused.filter(({ person_id, kind }) => person_id === null && kind !== null);
  const ofPerson = Map.groupBy(refused, ({ person_id }) => person_id);
  const isOfRefusedThing = (step: PushStep) =>
    things.some(
      ({ kind, local_id, operation }) =>
        local_id === thingOf(step) &&
        (operation === step.operation || (operation.startsWith('create') && isInto(step.operation, kind!))),
    );
  const isRefused = (part: PushStep, person: number) =>
    isOfRefusedThing(part) ||
    ofPerson
      .get(person)
      ?.some(
        ({ local_id, operation }) =>
          operation === 'batchCreateUsers' ||
          (operation === part.operation && (local_id === null || local_id === thingOf(part))),
      );
  return steps.flatMap((step): PushStep[] => {
    if (sizeOf(step) > 0) {
      const part = partWhere(step, (one, person_id) => !isRefused(one, person_id));
      return part ? [part] : [];
    }
    return isOfRefusedThing(step) || refused.some(one => isCategory(one, step)) ? [] : [step];
  });
}

/** What of the catalog a step, or a part of one, is about. */
function thingOf(step: PushStep): number | null {
  if ('thing_id' in step) return step.thing_id;
  if ('skills' in step) return step.skills.length === 1 ? step.skills[0]!.id : null;
  return 'queues' in step && step.queues.length === 1 ? step.queues[0]! : null;
}

function isCategory(refused: Refused, step: PushStep): boolean {
  return step.operation === 'createSkillCategory' && refused.operation === step.operation;
}

function isInto(operation: PushStep['operation'], kind: string): boolean {
  return operation.toLowerCase().includes(kind) && /^(assign|optInOut|updateQueueAgent)/.test(operation);
}
