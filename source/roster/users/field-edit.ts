import type { FieldName } from './user.ts';

/**
 * One change to one setting, in the words of whoever asks for it: an option of the command line, a cell of
 * a CSV, a field of a form, a line of a template. A list of these is all that an edit says.
 */
export interface FieldEdit {
  field: FieldName;
  /**
   * `set` replaces the value, `add` and `remove` change a list, `clear` empties it; `opt-in` and `opt-out`
   * are for queues that somebody belongs to already.
   */
  op: 'set' | 'add' | 'remove' | 'clear' | 'opt-in' | 'opt-out';
  /** As it prints: `Billing (supervisor)`, `Spanish=4`, `Not Ready`; several values joined with `; `. */
  text: string;
}

/** The mark that empties a field where a blank means no change (commands: JSON and CSV). */
export const clearMark = '(clear)';

/** Sets a field to a text; the clear mark empties it. */
export function setField(field: FieldName, text: string): FieldEdit {
  return text.trim() === clearMark ? { field, op: 'clear', text: '' } : { field, op: 'set', text };
}
