import { textField, typeKey } from '../../keys/text-field.ts';
import { type App, replaceTop, type SearchLayer, type Step, step } from '../app.ts';
import { changeSearch, changeView } from '../roster/narrow.ts';

/** Opens the search field on the search in force. */
export function openSearch(app: App): Step {
  const layer: SearchLayer = { kind: 'search', field: textField(app.roster.view.search) };
  return step({ ...app, layers: [...app.layers, layer] });
}

/** Leaves the field; the search stays or is emptied. */
export function leaveSearch(app: App, keep: boolean): Step {
  const left = replaceTop(app, null);
  if (keep || app.roster.view.search === '') return step(left);
  return changeView(left, { search: '' });
}

/** Every other key types; the rows narrow with it. Backspace in the empty field leaves it. */
export function typeInSearch(app: App, layer: SearchLayer, key: string, text: string): Step {
  if (key === 'backspace' && layer.field.value === '') return leaveSearch(app, false);
  const field = typeKey(layer.field, key, text);
  if (!field) return step(app);
  const next = replaceTop(app, { ...layer, field });
  return field.value === layer.field.value ? step(next) : changeSearch(next, field.value);
}
