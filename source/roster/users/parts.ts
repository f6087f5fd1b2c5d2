import { fields } from './fields.ts';
import type { FieldName, QueueAssignment, UserSettings } from './user.ts';

/** A piece of a setting that can change for itself: a queue, a skill, an add-on, or the setting as a whole. */
export interface Part {
  /** What it is called in its list; null for a setting as a whole. */
  item: string | null;
  value: unknown;
  /** What is said of it, beside its name. */
  text: string;
}

/** The pieces of one setting, by what makes each of them the same one. */
export function partsOf<Name extends FieldName>(name: Name, settings: UserSettings): Map<unknown, Part> {
  switch (name) {
    case 'queues':
      return new Map(
        settings.queues.map(queue => [queue.id, { item: queue.name, value: queue, text: queueRole(queue) }]),
      );
    case 'skills':
      return new Map(
        settings.skills.map(skill => {
          const text = skill.level === null ? 'yes' : `level ${skill.level}`;
          return [skill.id, { item: skill.name, value: skill, text }];
        }),
      );
    case 'add_ons_plan':
      return new Map(settings.add_ons_plan.map(name => [name, { item: name, value: name, text: 'yes' }]));
    default: {
      const value = settings[name];
      return new Map([[name, { item: null, value, text: value === null ? '' : fields[name].toText(value) }]]);
    }
  }
}

/** How somebody belongs to a queue, in words. */
function queueRole({ user_assignment_type, opted_in }: QueueAssignment): string {
  return opted_in ? user_assignment_type : `${user_assignment_type}, opted out`;
}
