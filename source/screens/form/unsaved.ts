import { touchedFields } from './edits.ts';
import type { FormLayer } from './state.ts';

/** Whether leaving the form would lose something. */
export function isChanged(form: FormLayer): boolean {
  return form.template !== null || touchedFields(form).length > 0 || (form.people?.picked.size ?? 0) > 0;
}
