import { textField, typeKey } from '../../keys/text-field.ts';
import { type Action, type App, replaceTop, type Step, step, topLayer } from '../app.ts';
import { fillText } from '../form/fill.ts';
import { currentRow, openForm } from '../form/layers.ts';
import { moveField } from '../form/move.ts';
import type { TextLayer } from '../form/state.ts';

export function textLayer(text: string): TextLayer {
  return { kind: 'text', field: textField(text) };
}

/** Leaving a text field takes what was typed, however it is left: the form shows it, and takes it back with a key. */
export function reduceText(app: App, action: Action): Step | null {
  const layer = topLayer(app);
  if (layer?.kind !== 'text' || action.type !== 'text-take') return null;
  const form = openForm(app);
  const row = form && currentRow(form);
  const closed = replaceTop(app, null);
  if (!row || row.name === 'template') return step(closed);
  const taken = fillText(closed, row.name, layer.field.value);
  return { app: moveField(taken.app, action.move), effects: taken.effects };
}

export function typeInText(app: App, layer: TextLayer, key: string, text: string): Step {
  const field = typeKey(layer.field, key, text);
  return step(field ? replaceTop(app, { ...layer, field }) : app);
}
