import type { Action } from '../../../app/layers.ts';
import { listMoves } from '../../../app/list-moves.ts';
import { onTop } from '../../../app/stack.ts';
import type { App } from '../../../app/state.ts';
import type { Command } from '../../../keys/command.ts';

const layer = 'assign';

const list = (app: App) => onTop(app, 'assign');

/** The keys of a list where each item may be had in a way of its own; all others type. */
export const assignCommands: Command<App, Action>[] = [
  {
    id: 'assign.take',
    layer,
    title: 'Take it as it is now',
    keys: ['enter'],
    hint: 'take',
    weight: 9,
    run: () => ({ type: 'assign-take' }),
  },
  {
    id: 'assign.leave',
    layer,
    title: 'Leave it as it was',
    keys: ['escape'],
    hint: 'leave',
    weight: 8,
    run: () => ({ type: 'close' }),
  },
  {
    id: 'assign.toggle',
    layer,
    title: 'Pick it, or not, and move down',
    keys: ['tab'],
    hint: 'pick',
    weight: 7,
    when: app => list(app)?.single === false,
    run: () => ({ type: 'assign-toggle' }),
  },
  {
    id: 'assign.step-up',
    layer,
    title: 'The next kind: agent, supervisor, both; or the next level',
    keys: ['right'],
    hint: app => (list(app)?.name === 'skills' ? 'level' : 'kind'),
    hintKeys: '←→',
    weight: 6,
    when: app => list(app)?.items.some(item => item.steps.length > 0) ?? false,
    run: () => ({ type: 'assign-step', by: 1 }),
  },
  {
    id: 'assign.step-down',
    layer,
    title: 'The kind or level before',
    keys: ['left'],
    when: app => list(app)?.items.some(item => item.steps.length > 0) ?? false,
    run: () => ({ type: 'assign-step', by: -1 }),
  },
  {
    id: 'assign.opt',
    layer,
    title: 'Opt out of the queue, or in again',
    keys: ['ctrl+o'],
    hint: 'opt in/out',
    weight: 5,
    when: app => list(app)?.name === 'queues',
    run: () => ({ type: 'assign-opt' }),
  },
  ...listMoves(layer, by => ({ type: 'assign-move', by })),
];
