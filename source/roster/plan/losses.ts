import type { UserSettings } from '../users/user.ts';
import type { Change } from './change-set.ts';

/** What users lose by changes, and somebody should have: the supervision of a queue, or a skill. */
export interface Loss {
  of: 'supervisor' | 'skill';
  /** Of the queue or the skill. */
  id: number;
  name: string;
  /** The highest level that is lost; null for skills without levels, and for queues. */
  level: number | null;
  /** Who loses it. */
  people: number[];
}

type Held = Omit<Loss, 'people'>;

/** What is lost by these changes, and that nobody has by them instead. */
export function lossesOf(changes: readonly Change[]): Loss[] {
  const losses = new Map<string, Loss>();
  const gained = new Map<string, number>();
  for (const { person_id, fields } of changes) {
    const before = held(fields.queues?.before, fields.skills?.before);
    const after = held(fields.queues?.after, fields.skills?.after);
    for (const [key, { level }] of after) gained.set(key, Math.max(gained.get(key) ?? 0, level ?? 0));
    for (const [key, own] of before) {
      const left = after.get(key);
      if (left && (left.level ?? 0) >= (own.level ?? 0)) continue;
      const loss = losses.get(key) ?? { ...own, people: [] };
      if (own.level !== null) loss.level = Math.max(own.level, loss.level ?? 0);
      loss.people.push(person_id);
      losses.set(key, loss);
    }
  }
  const isHeld = ([key, { level }]: [string, Loss]) => (gained.get(key) ?? -1) >= (level ?? 0);
  return [...losses].filter(entry => !isHeld(entry)).map(([, loss]) => loss);
}

/** By what it is and its id. */
function held(
  queues: UserSettings['queues'] | null | undefined,
  skills: UserSettings['skills'] | null | undefined,
): Map<string, Held> {
  const supervised = (queues ?? [])
    .filter(({ user_assignment_type }) => user_assignment_type !== 'agent')
    .map(({ id, name }): Held => ({ of: 'supervisor', id, name, level: null }));
  const known = (skills ?? []).map(({ id, name, level }): Held => ({ of: 'skill', id, name, level }));
  return new Map([...supervised, ...known].map(one => [`${one.of} ${one.id}`, one]));
}

/** `Billing loses its last supervisor.` `highest`: the highest level of a skill that others have; null where nobody has it. */
export function lossText({ of, name, level }: Loss, highest: number | null): string {
  if (of === 'supervisor') return `${name} loses its last supervisor.`;
  if (highest === null || level === null) return `Nobody is left with ${name}.`;
  return `Nobody is left with ${name} at ${highest + 1} or more.`;
}
