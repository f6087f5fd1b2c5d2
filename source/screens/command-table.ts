import type { Command } from '../keys/command.ts';
import type { Action, App } from './app.ts';
import { assignCommands } from './assign/commands.ts';
import { changeSetCommands } from './change-set/commands.ts';
import { clashCommands } from './clash/commands.ts';
import { confirmCommands } from './confirm/commands.ts';
import { drawingCommands } from './drawing/commands.ts';
import { everywhereCommands } from './everywhere-commands.ts';
import { formCommands } from './form/commands.ts';
import { historyCommands } from './history/commands.ts';
import { importCommands } from './import/commands.ts';
import { keptCommands } from './kept/commands.ts';
import { leaveCommands } from './leave/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { pickCommands } from './pick/commands.ts';
import { problemsCommands } from './problems/commands.ts';
import { promptCommands } from './prompt/commands.ts';
import { rosterCommands } from './roster/commands.ts';
import { rowCommands } from './row-menu/commands.ts';
import { searchCommands } from './search/commands.ts';
import { textCommands } from './text/commands.ts';
import { usageCommands } from './usage/commands.ts';
import { userCommands } from './user/commands.ts';

/** Every key and what it does, layer by layer. */
export const commandTable: readonly Command<App, Action>[] = [
  ...keptCommands,
  ...rosterCommands,
  ...drawingCommands,
  ...searchCommands,
  ...pickCommands,
  ...confirmCommands,
  ...rowCommands,
  ...userCommands,
  ...historyCommands,
  ...changeSetCommands,
  ...usageCommands,
  ...importCommands,
  ...promptCommands,
  ...problemsCommands,
  ...peopleCommands,
  ...formCommands,
  ...textCommands,
  ...assignCommands,
  ...leaveCommands,
  ...clashCommands,
  ...everywhereCommands,
];
