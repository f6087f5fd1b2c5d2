import { typeKey } from '../../keys/text-field.ts';
import { type App, type LayerAction, type PickLayer, replaceTop, type Step, step, topLayer } from '../app.ts';
import { currentItem, itemAfter, narrowed } from './matching-items.ts';
import { take } from './take.ts';

/** What the keys of a list do; null if the action is not the list's. */
export function reducePick(app: App, action: LayerAction): Step | null {
  const layer = topLayer(app);
  if (layer?.kind !== 'pick') return null;
  switch (action.type) {
    case 'pick-move':
      return step(replaceTop(app, moved(layer, action.by)));
    case 'pick-toggle':
      return step(replaceTop(app, toggled(layer)));
    case 'pick-shift':
      return step(replaceTop(app, shifted(layer, action.by)));
    case 'pick-take':
      return take(app, layer);
    case 'close':
      return step(replaceTop(app, null));
    default:
      return null;
  }
}

/** Every key that is no command narrows the list. */
export function typeInPick(app: App, layer: PickLayer, key: string, text: string): Step {
  const field = typeKey(layer.field, key, text);
  return step(field ? replaceTop(app, narrowed(layer, field)) : app);
}

function moved(layer: PickLayer, by: number): PickLayer {
  return { ...layer, current: itemAfter(layer, by) };
}

function toggled(layer: PickLayer): PickLayer {
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
function shifted(layer: PickLayer, by: 1 | -1): PickLayer {
  const item = currentItem(layer);
  if (!item || layer.purpose !== 'columns' || layer.field.value !== '') return layer;
  const at = layer.items.indexOf(item);
  const to = at + by;
  if (to < 0 || to >= layer.items.length) return layer;
  const items = layer.items.toSpliced(at, 1).toSpliced(to, 0, item);
  return { ...layer, items };
}
