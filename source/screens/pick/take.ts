import { replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { currentItem, type ListItem } from '../../keys/typed-list.ts';
import { rowCommands } from './row-commands.ts';
import type { PickLayer } from './state.ts';

/** Enter: the picks, or the current item where only one is taken. With nothing that matches, the list stays. */
export function take(app: App, layer: PickLayer): Step {
  const item = currentItem(layer);
  const closed = step(replaceTop(app, null));
  if (layer.purpose === 'columns') {
    const picked = layer.items.filter(({ id }) => layer.picked?.includes(id));
    return andThen(closed, { type: 'columns', columns: picked.map(({ id }) => String(id)) });
  }
  if (!item) return step(app);
  switch (layer.purpose) {
    case 'queue':
      return andThen(closed, { type: 'view', change: { queue: chosen(item) } });
    case 'role':
      return andThen(closed, { type: 'view', change: { role: chosen(item) } });
    case 'field':
      return andThen(closed, { type: 'form-choose', value: item.id === null ? null : String(item.id) });
    case 'commands':
      return andThen(closed, { type: 'run-command', id: String(item.id) });
    case 'row':
      return runOnRow(app, closed, item);
  }
}

function chosen({ id, label }: ListItem): { id: number; name: string } | null {
  return typeof id === 'number' ? { id, name: label } : null;
}

/** A row's menu is about the row that it was opened on, which is in the menu alone. */
function runOnRow(app: App, closed: Step, { id, disabled }: ListItem): Step {
  if (disabled) return step(withToast(closed.app, 'info', disabled));
  const command = rowCommands.find(one => one.id === id);
  return command ? andThen(closed, command.run(app)) : closed;
}
