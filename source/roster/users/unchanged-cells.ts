import { shownName } from '../plan/subjects.ts';
import { clearMark, type FieldEdit } from './field-edit.ts';
import type { Person, User } from './user.ts';
import { valueText } from './user-cells.ts';

/**
 * The edits of a row without those that say what stands there already: what was exported comes back without a
 * difference, whatever the names of queues and skills look like. A file shows the name that is shown; where that is
 * the person's own, it is no name of the user's.
 */
export function withoutUnchanged(
  edits: readonly FieldEdit[],
  subject: { person: Person; user: User | null },
): FieldEdit[] {
  return edits.filter(({ field, op, text }) => {
    if (field !== 'display_name' && !subject.user) return true;
    const value = subject.user ? valueText(field, subject.user.settings[field]) : '';
    const printed = asCell(field === 'display_name' ? shownName(subject) : value);
    // Something may be called as the mark that empties.
    return op === 'clear' ? printed !== clearMark : op !== 'set' || asCell(text) !== printed;
  });
}

/** A text as it comes back from a cell. */
function asCell(text: string): string {
  return text
    .trim()
    .replace(/\s*[\n\r\u0085\u2028\u2029]\s*/g, ' ')
    .normalize('NFC');
}
