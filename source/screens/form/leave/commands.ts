import type { Action } from '../../../app/layers.ts';
import type { App } from '../../../app/state.ts';
import type { Command } from '../../../keys/command.ts';

const layer = 'leave';

/** The answers to "leave without saving?". */
export const leaveCommands: Command<App, Action>[] = [
  {
    id: 'leave.now',
    layer,
    title: 'Leave without saving',
    keys: ['y'],
    run: () => ({ type: 'leave-now' }),
  },
  {
    id: 'leave.save',
    layer,
    title: 'Save',
    keys: ['s'],
    changes: true,
    run: () => ({ type: 'leave-save' }),
  },
  {
    id: 'leave.stay',
    layer,
    title: 'Stay in the form',
    keys: ['n', 'escape'],
    hint: 'stay',
    run: () => ({ type: 'close' }),
  },
];
