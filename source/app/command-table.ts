import type { Command } from '../keys/command.ts';
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
