import type { Command } from '../keys/command.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';
import { whyNoShell } from './why-not.ts';

const layer = 'everywhere';

/** Keys that mean the same on every layer. */
export const everywhereCommands: Command<App, Action>[] = [
  {
    id: 'redraw',
    layer,
    title: 'Redraw everything',
    keys: ['ctrl+l'],
    run: () => ({ type: 'effect', effect: { type: 'redraw' } }),
  },
  {
    id: 'suspend',
    layer,
    title: 'Suspend; fg comes back',
    keys: ['ctrl+z'],
    disabledReason: whyNoShell,
    run: () => ({ type: 'effect', effect: { type: 'suspend' } }),
  },
  {
    id: 'quit',
    layer,
    title: 'Quit',
    keys: ['ctrl+c'],
    run: () => ({ type: 'effect', effect: { type: 'quit' } }),
  },
];
