import type { FormChangeRequest } from '../../roster/screen/form-effects.ts';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import { fieldNames } from '../../roster/users/fields.ts';
import { splitValues } from '../../roster/users/read-value.ts';
import type { FieldName } from '../../roster/users/user.ts';
import type { FormLayer } from './state.ts';

type Asking = Pick<FormLayer, 'of' | 'draft' | 'template'>;

/** What a form asks for in one field: what was done there, or what its template brings. */
export function editsOf({ draft, template }: Asking, name: FieldName): readonly FieldEdit[] {
  const brought = (template?.edits ?? []).filter(edit => edit.field === name).flatMap(onePerItem);
  return draft[name] ?? brought;
}

/** All that a form asks for, in the order of the fields. */
export function allEdits(form: Asking): FieldEdit[] {
  return fieldNames.flatMap(name => [...editsOf(form, name)]);
}

/** The fields that are not left as they are. */
export function touchedFields(form: Asking): FieldName[] {
  return fieldNames.filter(name => editsOf(form, name).length > 0);
}

/** What the form wants, in the words of a plan; what a template brings is among the edits. */
export function formRequest(form: FormLayer): FormChangeRequest {
  const edits = allEdits(form);
  const ids = idsOf(form);
  return form.of === 'add' ? { kind: 'add', ids, edits } : { kind: 'edit', ids, edits, spared: form.spared };
}

/** Whom the form is about. */
export function idsOf({ people, facts }: FormLayer): number[] {
  if (people) return [...people.picked.keys()];
  return facts.subjects.flatMap(({ person }) => person?.person_id ?? []);
}

/** One edit for each queue or skill, so that each can be told, merged and taken back by itself. */
function onePerItem(edit: FieldEdit): FieldEdit[] {
  if (edit.op === 'set' || edit.op === 'clear') return [edit];
  return splitValues(edit.text).map(text => ({ ...edit, text }));
}

/** Whether leaving the form would lose something. */
export function isChanged(form: FormLayer): boolean {
  return form.template !== null || touchedFields(form).length > 0 || (form.people?.picked.size ?? 0) > 0;
}
