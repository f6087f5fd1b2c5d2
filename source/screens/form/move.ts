import type { App } from '../app.ts';
import { openForm, withForm } from './layers.ts';
import { formRows } from './sections.ts';

/** Moves the cursor among the fields, as far as they go. */
export function moveField(app: App, by: number): App {
  const form = openForm(app);
  if (!form || by === 0) return app;
  const last = formRows(form).length - 1;
  return withForm(app, { cursor: Math.max(0, Math.min(last, form.cursor + by)) });
}
