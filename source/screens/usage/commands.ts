import type { Command } from '../../keys/command.ts';
import type { Action, App } from '../app.ts';
import { pageEnds, pageMoves } from '../page-moves.ts';

const layer = 'usage';

/** What can be done on the page of licenses. */
export const usageCommands: Command<App, Action>[] = [
  ...pageMoves(layer, { up: 'Scroll up', down: 'Scroll down' }),
  ...pageEnds(layer),
];
