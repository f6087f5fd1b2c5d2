import type { Action } from '../../app/layers.ts';
import { topLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { disabledReason } from '../../app/why-not.ts';
import { type CommandTable, commandsOf } from '../../keys/command.ts';
import { keyLabel } from '../../keys/key-labels.ts';
import type { ListItem } from '../../keys/typed-list.ts';
import { rowCommands } from './row-commands.ts';

/**
 * The commands of the top layer with their keys; or the roster's and all that go everywhere, those first that were run last
 * from this list.
 */
export function commandItems(app: App, all: CommandTable<App, Action>, everywhere: boolean): ListItem[] {
  const layer = everywhere ? 'roster' : (topLayer(app)?.kind ?? 'roster');
  const commands = commandsOf(all, layer, app);
  const recent = everywhere
    ? app.recent.flatMap(id => commands.find(command => command.id === id) ?? [])
    : [];
  return [...new Set([...recent, ...commands])].map(command => ({
    id: command.id,
    label: command.title,
    detail: command.keys.map(keyLabel).join(' '),
    disabled: disabledReason(app, command),
  }));
}

/** What the menu of a row offers, each with the key that does the same in the roster. */
export function rowItems(app: App): ListItem[] {
  return rowCommands
    .filter(command => command.when?.(app) ?? true)
    .map(command => ({
      id: command.id,
      label: command.title,
      detail: command.hintKeys ?? '',
      disabled: disabledReason(app, command),
    }));
}
