import { optingStep, type PushStep, peopleOf } from './step.ts';

/** What a step can be sent in parts of: users, or what one user is given. */
function unitsOf(step: PushStep): readonly unknown[] {
  if ('rows' in step) return step.rows;
  if ('skills' in step) return step.skills;
  if ('queues' in step) return step.queues;
  return 'people' in step ? step.people : [];
}

function withUnits(step: PushStep, units: readonly unknown[]): PushStep {
  if ('queues' in step) return optingStep(step.people[0], step.opted_in, units as readonly number[]);
  const name = (['rows', 'skills', 'people'] as const).find(list => list in step)!;
  return { ...step, [name]: units } as PushStep;
}

/** In how many parts a step could be sent; 0 where it is about something of the catalog. */
export function sizeOf(step: PushStep): number {
  return unitsOf(step).length;
}

/** What of a step `holds`, which is asked of each of its parts; null for nothing. */
export function partWhere(
  step: PushStep,
  holds: (part: PushStep, person_id: number) => boolean,
): PushStep | null {
  const units = unitsOf(step).filter(unit => {
    const part = withUnits(step, [unit]);
    return holds(part, peopleOf(part)[0]!);
  });
  return units.length > 0 ? withUnits(step, units) : null;
}

/** A step in two; none where it has no parts. */
export function halvesOf(step: PushStep): PushStep[] {
  const units = unitsOf(step);
  const middle = Math.ceil(units.length / 2);
  return units.length < 2
    ? []
    : [units.slice(0, middle), units.slice(middle)].map(some => withUnits(step, some));
}
