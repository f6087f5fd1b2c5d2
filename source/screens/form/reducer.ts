import { opened } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { fields } from '../../roster/users/fields.ts';
import { assignList } from './assign/reducer.ts';
import { isChanged } from './edits.ts';
import { chooseValue } from './field-list.ts';
import { empty, textOf } from './fill.ts';
import { currentRow, moveField, withForm, withoutForm } from './open-form.ts';
import { formRows } from './sections.ts';
import type { FormLayer } from './state.ts';
import { textLayerOf } from './text/reducer.ts';

/** While a form is written nothing changes in it. */
export function unlessSaving<Action>(
  reduce: (app: App, form: FormLayer, action: Action) => Step,
): (app: App, form: FormLayer, action: Action) => Step {
  return (app, form, action) => (form.saving ? step(app) : reduce(app, form, action));
}

/** To another field; from the first one up to the people, where there are any. */
export function moveInForm(app: App, form: FormLayer, by: number): Step {
  return form.people && form.cursor + by < 0 ? toPeople(app) : step(moveField(app, by));
}

export function jumpInForm(app: App, form: FormLayer, to: 'first' | 'last'): Step {
  return step(withForm(app, { cursor: to === 'first' ? 0 : formRows(form).length - 1 }));
}

/** Into the list of people. */
export function toPeople(app: App): Step {
  return step(opened(app, { kind: 'people' }));
}

/** Leaves the current field without a value. */
export function emptyField(app: App, form: FormLayer): Step {
  const row = currentRow(form);
  return !row || row.name === 'template' ? step(app) : empty(app, row.name);
}

/** Leaves the form, after asking if something would be lost. While it is written Esc gives up waiting. */
export function leaveForm(app: App, form: FormLayer): Step {
  if (form.saving) return step(app, { type: 'give-up' });
  return isChanged(form)
    ? step(opened(app, { kind: 'leave', openedAt: app.now, early: null }))
    : step(withoutForm(app));
}

/** Opens the current field: a text, a list, or a list where each may be had in a way of its own. */
export function openField(app: App, form: FormLayer): Step {
  const row = currentRow(form);
  if (!row) return step(app);
  if (row.name === 'template') return andThen(step(app), chooseValue(form, row));
  switch (fields[row.name].type.kind) {
    case 'choice':
    case 'reference':
      return andThen(step(app), chooseValue(form, row));
    case 'queues':
    case 'skills':
    case 'team':
    case 'choices':
      return step(opened(app, assignList(form, row.name as 'queues')));
    default:
      return step(opened(app, textLayerOf(textOf(form, row.name))));
  }
}
