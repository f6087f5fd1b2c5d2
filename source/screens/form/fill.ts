import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { type FieldEdit, setField } from '../../roster/users/field-edit.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { editsOf } from './edits.ts';
import { currentRow, openForm } from './open-form.ts';
import { replanned } from './planning.ts';
import type { FormLayer } from './state.ts';

/** What stands in a text field when it is opened: what was typed, else what all have. */
export function textOf(form: FormLayer, name: FieldName): string {
  const [edit] = editsOf(form, name);
  if (edit) return edit.op === 'clear' ? '' : edit.text;
  return beforeText(form, name);
}

function beforeText(form: FormLayer, name: FieldName): string {
  const { value } = form.before[name];
  return value === null || value === undefined ? '' : fields[name].toText(value as never);
}

/** A text is left in the field: the same as before, or nothing where users differ, asks for no change. */
export function fillText(app: App, name: FieldName, text: string): Step {
  const form = openForm(app);
  if (!form || text === textOf(form, name)) return step(app);
  if (text.trim() === '') return form.before[name].varies ? fill(app, name, null) : empty(app, name);
  return fill(app, name, text === beforeText(form, name) ? null : [setField(name, text)]);
}

/** One of a list is chosen for the current field; null stands for none. */
export function fillChoice(app: App, chosen: string | null): Step {
  const form = openForm(app);
  const row = form && currentRow(form);
  if (!form || !row) return step(app);
  if (row.name !== 'template')
    return chosen === null ? empty(app, row.name) : fillText(app, row.name, chosen);
  const template = form.facts.catalog.templates.find(one => one.name === chosen) ?? null;
  // What was brought by the one before goes with it; what was done by hand stays.
  return replanned(app, { template });
}

/** Leaves a field without a value. */
export function empty(app: App, name: FieldName): Step {
  const form = openForm(app);
  if (!form) return step(app);
  const { varies, value } = form.before[name];
  const isEmpty = !varies && (value === null || (Array.isArray(value) && value.length === 0));
  return fill(app, name, isEmpty ? null : [{ field: name, op: 'clear', text: '' }]);
}

/** Takes back what was done in the current field, also what a template brings there. */
export function takeBack(app: App): Step {
  const form = openForm(app);
  const row = form && currentRow(form);
  if (!form || !row) return step(app);
  if (row.name === 'template') return replanned(app, { template: null });
  return fill(app, row.name, null);
}

/** Sets the edits of a field; null asks for none. */
export function fill(app: App, name: FieldName, edits: readonly FieldEdit[] | null): Step {
  const form = openForm(app);
  if (!form || form.saving) return step(app);
  const { [name]: _, ...rest } = form.draft;
  const brought = editsOf({ ...form, draft: rest }, name).length > 0;
  const kept = edits === null ? (brought ? { ...rest, [name]: [] } : rest) : { ...rest, [name]: edits };
  return replanned(app, { draft: kept });
}
