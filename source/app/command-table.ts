import type { Command } from '../keys/command.ts';
import { keyLabel } from '../keys/key-labels.ts';
import { drawingCommands } from './drawing.ts';
import { everywhereCommands } from './everywhere-commands.ts';
import { type Action, layers } from './layers.ts';
import type { App } from './state.ts';

/** Every key and what it does, layer by layer. */
export const commandTable: readonly Command<App, Action>[] = [
  ...layers.flatMap(({ commands }) => commands),
  ...drawingCommands,
  ...everywhereCommands,
];

/** All keys as the manual and the docs list them, screen by screen. What has no key of its own is found behind `:`. */
export const keyGroups = [...layers, { kind: 'everywhere', title: 'Everywhere' }].map(({ kind, title }) => ({
  title,
  keys: commandTable
    .filter(command => command.layer === kind)
    .map(({ keys, title }) => ({ labels: (keys.length > 0 ? keys : [':']).map(keyLabel), title })),
}));
