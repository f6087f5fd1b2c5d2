import type { Command } from '../../keys/command.ts';
import type { Action, App } from '../app.ts';

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
