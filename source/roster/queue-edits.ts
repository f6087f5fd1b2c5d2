import type { Problem } from './change-set.ts';
import type { QueueReference } from './facts.ts';
import { findByName } from './find-by-name.ts';
import type { QueueAssignment } from './user.ts';
import type { AssignmentType } from './vocabulary.ts';

/** `Billing (supervisor)` → the name and the type; without brackets: agent. */
export function parseAssignment(text: string): { name: string; type: AssignmentType } {
  const match = /^(.*\S)\s*\((agent|supervisor|both)\)$/i.exec(text.trim());
  if (!match) return { name: text.trim(), type: 'agent' };
  return { name: match[1]!, type: match[2]!.toLowerCase() as AssignmentType };
}

/**
 * A function that takes queues away and puts others in, or changes how somebody belongs to them.
 * Unknown queues become problems once, not once a user.
 */
export function queueEdits(
  add: readonly string[],
  remove: readonly string[],
  known: readonly QueueReference[],
  problems: Problem[],
): (before: readonly QueueAssignment[]) => QueueAssignment[] {
  const added = new Map<number, QueueReference & { type: AssignmentType }>();
  for (const text of add) {
    // A queue's own name may end in brackets, so the whole text is tried first.
    const whole = findByName(known, text, 'queue');
    const { name, type } = 'found' in whole ? { name: text, type: 'agent' as const } : parseAssignment(text);
    const queue = findByName(known, name, 'queue');
    if ('problem' in queue) problems.push(queue.problem);
    else added.set(queue.found.id, { ...queue.found, type });
  }
  const removed = new Set<number>();
  for (const name of remove) {
    const queue = findByName(known, name, 'queue');
    if ('problem' in queue) problems.push(queue.problem);
    else removed.add(queue.found.id);
  }
  return before => {
    const kept = before
      .filter(queue => !removed.has(queue.id))
      .map(queue => {
        const change = added.get(queue.id);
        return change ? { ...queue, user_assignment_type: change.type } : queue;
      });
    const present = new Set(kept.map(queue => queue.id));
    const fresh = [...added.values()]
      .filter(queue => !present.has(queue.id))
      .map(({ id, name, channel, type }) => ({
        id,
        name,
        channel,
        user_assignment_type: type,
        opted_in: true,
      }));
    return [...kept, ...fresh];
  };
}
