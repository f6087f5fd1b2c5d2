import type { Action } from '../../app/layers.ts';
import { topLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { disabledReason } from '../../app/why-not.ts';
import { type Command, type CommandTable, commandsOf } from '../../keys/command.ts';
import { keyLabel } from '../../keys/key-labels.ts';
import type { ListItem } from '../../keys/typed-list.ts';
import { commandGroups } from './command-groups.ts';
import { rowCommands } from './row-commands.ts';

/** The keys of the top layer; those of the roster in groups. */
export function keyItems(app: App, all: CommandTable<App, Action>): ListItem[] {
  const commands = commandsOf(all, topLayer(app)?.kind ?? 'roster', app).filter(
    ({ keys }) => keys.length > 0,
  );
  if (topLayer(app) !== null) return commands.map(command => item(app, command));
  return commandGroups.flatMap(({ title, ids }) =>
    ids.flatMap(id => {
      const command = commands.find(one => one.id === id);
      return command ? [{ ...item(app, command), group: title }] : [];
    }),
  );
}

/** The roster's commands and all that go everywhere, those first that were run last from this list. */
export function commandItems(app: App, all: CommandTable<App, Action>): ListItem[] {
  const commands = commandsOf(all, 'roster', app);
  const recent = app.recent.flatMap(id => commands.find(command => command.id === id) ?? []);
  return [...new Set([...recent, ...commands])].map(command => item(app, command));
}

function item(app: App, command: Command<App, Action>): ListItem {
  return {
    id: command.id,
    label: command.title,
    detail: command.keys.map(keyLabel).join(' '),
    disabled: disabledReason(app, command),
  };
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
