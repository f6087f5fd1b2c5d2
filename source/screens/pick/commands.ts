import type { Action } from '../../app/layers.ts';
import { listMoves } from '../../app/list-moves.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'pick';

const list = (app: App) => onTop(app, 'pick');

function several(app: App): boolean {
  return list(app)?.picked != null;
}

/** The keys of a list that is typed to narrow; all others type. */
export const pickCommands: Command<App, Action>[] = [
  {
    id: 'pick.take',
    layer,
    // It may run any command.
    needs: 'selection',
    title: 'Take it',
    keys: ['enter'],
    hint: app => (['commands', 'row'].includes(list(app)?.purpose ?? '') ? 'run' : 'take'),
    weight: 9,
    run: () => ({ type: 'pick-take' }),
  },
  {
    id: 'pick.leave',
    layer,
    title: 'Leave it as it was',
    keys: ['escape'],
    hint: 'leave',
    weight: 8,
    run: () => ({ type: 'close' }),
  },
  {
    id: 'pick.toggle',
    layer,
    title: 'Pick it, or not, and move down',
    keys: ['tab'],
    hint: 'pick',
    weight: 7,
    when: several,
    run: () => ({ type: 'pick-toggle' }),
  },
  ...listMoves(layer, by => ({ type: 'pick-move', by })),
  {
    id: 'pick.shift-up',
    layer,
    title: 'Move the column to the left',
    keys: ['shift+up', 'alt+up'],
    when: app => list(app)?.purpose === 'columns',
    run: () => ({ type: 'pick-shift', by: -1 }),
  },
  {
    id: 'pick.shift-down',
    layer,
    title: 'Move the column to the right',
    keys: ['shift+down', 'alt+down'],
    hint: 'order',
    hintKeys: 'Shift+↑↓',
    when: app => list(app)?.purpose === 'columns',
    run: () => ({ type: 'pick-shift', by: 1 }),
  },
];
