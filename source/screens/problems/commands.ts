import type { Command } from '../../keys/command.ts';
import type { Action, App } from '../app.ts';
import { pageMoves } from '../page-moves.ts';

const layer = 'problems';

/** The keys of the panel that says why something is refused. */
export const problemsCommands: Command<App, Action>[] = [
  ...pageMoves(layer, { up: 'Scroll up', down: 'Scroll down' }),
  {
    id: 'problems.back',
    layer,
    title: 'Back',
    keys: ['escape', 'enter'],
    hint: 'back',
    weight: 9,
    run: () => ({ type: 'close' }),
  },
];
