import { replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { typeKey } from '../../keys/text-field.ts';
import { currentItem, itemAfter, narrowed } from '../../keys/typed-list.ts';
import type { PickLayer } from './state.ts';

/** Every key that is no command narrows the list. */
export function typeInPick(app: App, layer: PickLayer, { key, text }: { key: string; text: string }): Step {
  const field = typeKey(layer.field, key, text);
  return step(field ? replaceTop(app, narrowed(layer, field)) : app);
}

export function moved(layer: PickLayer, by: number): PickLayer {
  return { ...layer, current: itemAfter(layer, by) };
}

/** Picks the current item, or not any more, and moves down. */
export function toggled(layer: PickLayer): PickLayer {
  const item = currentItem(layer);
  if (!layer.picked || !item) return layer;
  // Tab goes on down the list also over what can't be picked.
  if (item.disabled) return moved(layer, 1);
  const picked = layer.picked.includes(item.id)
    ? layer.picked.filter(id => id !== item.id)
    : [...layer.picked, item.id];
  return moved({ ...layer, picked }, 1);
}

/** Moves the current item up or down among all. */
export function shifted(layer: PickLayer, by: 1 | -1): PickLayer {
  const item = currentItem(layer);
  if (!item || layer.purpose !== 'columns' || layer.field.value !== '') return layer;
  const at = layer.items.indexOf(item);
  const to = at + by;
  if (to < 0 || to >= layer.items.length) return layer;
  const items = layer.items.toSpliced(at, 1).toSpliced(to, 0, item);
  return { ...layer, items };
}
