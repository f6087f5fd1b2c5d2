import type { Command } from '../keys/command.ts';
import type { Action, App } from './app.ts';
import { confirmCommands } from './confirm/commands.ts';
import { everywhereCommands } from './everywhere-commands.ts';
import { pickCommands } from './pick/commands.ts';
import { rosterCommands } from './roster/commands.ts';
import { searchCommands } from './search/commands.ts';

/** Every key and what it does, layer by layer. */
export const commandTable: readonly Command<App, Action>[] = [
  ...rosterCommands,
  ...searchCommands,
  ...pickCommands,
  ...confirmCommands,
  ...everywhereCommands,
];
