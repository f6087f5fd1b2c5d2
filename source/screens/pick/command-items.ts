import { commandsOf } from '../../keys/command.ts';
import { keyLabel } from '../../keys/key-labels.ts';
import { type App, type PickItem, topLayer } from '../app.ts';
import { commandTable } from '../command-table.ts';
import { disabledReason } from '../dispatch.ts';

/** The commands of the top layer with their keys, or the roster's and all that go everywhere. */
export function commandItems(app: App, everywhere: boolean): PickItem[] {
  const layer = everywhere ? 'roster' : (topLayer(app)?.kind ?? 'roster');
  return commandsOf(commandTable, layer, app).map(command => ({
    id: command.id,
    label: command.title,
    detail: command.keys.map(keyLabel).join(' '),
    disabled: disabledReason(app, command),
  }));
}

/** What the menu of a row offers, each with the key that does the same in the roster. */
export function rowItems(app: App): PickItem[] {
  return commandsOf(commandTable, 'row', app)
    .filter(command => command.layer === 'row')
    .map(command => ({
      id: command.id,
      label: command.title,
      detail: command.hintKeys ?? '',
      disabled: disabledReason(app, command),
    }));
}
