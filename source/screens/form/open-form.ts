import { openLayer, withLayer, withoutLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type FormRow, formRows } from './sections.ts';
import type { FormLayer, PeoplePane } from './state.ts';

/** The form that is open, whatever lies over it; null if there is none. */
export function openForm(app: App): FormLayer | null {
  return openLayer(app, 'form');
}

/** Changes the form, wherever in the stack it is. */
export function withForm(app: App, change: Partial<FormLayer>): App {
  return withLayer(app, 'form', form => ({ ...form, ...change }));
}

export function withPeople(app: App, change: Partial<PeoplePane>): App {
  const people = openForm(app)?.people;
  return people ? withForm(app, { people: { ...people, ...change } }) : app;
}

/** Takes away the form and everything over it. */
export function withoutForm(app: App): App {
  return withoutLayer(app, 'form');
}

/** The line of the form that the cursor is on. */
export function currentRow(form: FormLayer): FormRow | undefined {
  return formRows(form)[form.cursor];
}

/** Moves the cursor among the fields, as far as they go. */
export function moveField(app: App, by: number): App {
  const form = openForm(app);
  if (!form || by === 0) return app;
  const last = formRows(form).length - 1;
  return withForm(app, { cursor: Math.max(0, Math.min(last, form.cursor + by)) });
}
