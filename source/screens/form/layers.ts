import { type App, type Layer, topLayer } from '../app.ts';
import { type FormRow, formRows } from './sections.ts';
import type { FormLayer, PeoplePane } from './state.ts';

/** The form that is open, whatever lies over it; null if there is none. */
export function openForm(app: App): FormLayer | null {
  return app.layers.find(layer => layer.kind === 'form') ?? null;
}

/** The form, if it has the keys itself. */
export function formOnTop(app: App): FormLayer | null {
  const top = topLayer(app);
  return top?.kind === 'form' ? top : null;
}

/** Changes the form, wherever in the stack it is. */
export function withForm(app: App, change: Partial<FormLayer>): App {
  return {
    ...app,
    layers: app.layers.map(layer => (layer.kind === 'form' ? { ...layer, ...change } : layer)),
  };
}

export function withPeople(app: App, change: Partial<PeoplePane>): App {
  const people = openForm(app)?.people;
  return people ? withForm(app, { people: { ...people, ...change } }) : app;
}

/** Takes away the form and everything over it. */
export function withoutForm(app: App): App {
  const at = app.layers.findIndex(layer => layer.kind === 'form');
  return at < 0 ? app : { ...app, layers: app.layers.slice(0, at) };
}

export function push(app: App, layer: Layer): App {
  return { ...app, layers: [...app.layers, layer] };
}

/** The line of the form that the cursor is on. */
export function currentRow(form: FormLayer): FormRow | undefined {
  return formRows(form)[form.cursor];
}
