import { queueText } from './field-values.ts';
import type { FieldName, QueueAssignment, UserSettings } from './user.ts';
import { valueText } from './user-cells.ts';

/** The value of a setting as people see it: what CSV has, and whether somebody opted out of a queue. */
export function shownValue<Name extends FieldName>(name: Name, value: UserSettings[Name] | null): string {
  if (name !== 'queues' || value === null) return valueText(name, value);
  const queues = value as QueueAssignment[];
  return queues.map(queue => `${queueText(queue)}${queue.opted_in ? '' : ', opted out'}`).join('; ');
}
