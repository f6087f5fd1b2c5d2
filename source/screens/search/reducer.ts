import { opened, replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { textField, typeKey } from '../../keys/text-field.ts';
import type { SearchLayer } from './state.ts';

/** Opens the search field on the search in force. */
export function openSearch(app: App): Step {
  return step(opened(app, { kind: 'search', field: textField(app.roster.view.search) }));
}

/** Leaves the field; the search stays or is emptied. */
export function leaveSearch(app: App, keep: boolean): Step {
  const left = step(replaceTop(app, null));
  if (keep || app.roster.view.search === '') return left;
  return andThen(left, { type: 'view', change: { search: '' } });
}

/** Every other key types; the rows narrow with it. Backspace in the empty field leaves it. */
export function typeInSearch(
  app: App,
  layer: SearchLayer,
  { key, text }: { key: string; text: string },
): Step {
  if (key === 'backspace' && layer.field.value === '') return leaveSearch(app, false);
  const field = typeKey(layer.field, key, text);
  if (!field) return step(app);
  const next = step(replaceTop(app, { ...layer, field }));
  return field.value === layer.field.value ? next : andThen(next, { type: 'search', text: field.value });
}
