import { isColumnId } from '../../roster/columns.ts';
import { type App, type PickLayer, replaceTop, type Step, step, withRoster } from '../app.ts';
import { fillChoice } from '../form/fill.ts';
import { changeView } from '../roster/narrow.ts';
import { rememberEffect } from '../roster/settings.ts';
import { currentItem } from './matching-items.ts';

/** Enter: the picks, or the current item where only one is taken. With nothing that matches, the list stays. */
export function take(app: App, layer: PickLayer): Step {
  const item = currentItem(layer);
  const closed = replaceTop(app, null);
  if (layer.purpose === 'columns') return takeColumns(closed, layer);
  if (!item) return step(app);
  if (layer.purpose === 'field') return fillChoice(closed, item.id === null ? null : String(item.id));
  const chosen = typeof item.id === 'number' ? { id: item.id, name: item.label } : null;
  return changeView(closed, layer.purpose === 'queue' ? { queue: chosen } : { role: chosen });
}

function takeColumns(app: App, layer: PickLayer): Step {
  const columns = layer.items
    .filter(item => layer.picked?.includes(item.id))
    .map(item => String(item.id))
    .filter(isColumnId);
  const next = withRoster(app, { columns });
  return step(next, rememberEffect(next));
}
