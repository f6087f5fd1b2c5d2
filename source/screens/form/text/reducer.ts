import { replaceTop } from '../../../app/stack.ts';
import type { App } from '../../../app/state.ts';
import { type Step, step } from '../../../app/step.ts';
import { textField, typeKey } from '../../../keys/text-field.ts';
import { fillText } from '../fill.ts';
import { currentRow, moveField, openForm } from '../open-form.ts';
import type { TextLayer } from '../state.ts';

export function textLayerOf(text: string): TextLayer {
  return { kind: 'text', field: textField(text) };
}

/**
 * Leaving a text field takes what was typed, however it is left: the form shows it, and takes it back with a key. The cursor goes
 * `by` fields further.
 */
export function takeText(app: App, layer: TextLayer, by: number): Step {
  const form = openForm(app);
  const row = form && currentRow(form);
  const closed = replaceTop(app, null);
  if (!row || row.name === 'template') return step(closed);
  const taken = fillText(closed, row.name, layer.field.value);
  return { ...taken, app: moveField(taken.app, by) };
}

export function typeInText(app: App, layer: TextLayer, { key, text }: { key: string; text: string }): Step {
  const field = typeKey(layer.field, key, text);
  return step(field ? replaceTop(app, { ...layer, field }) : app);
}
