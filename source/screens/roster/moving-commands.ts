import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'roster';

/** The keys that move in the table. */
export const movingCommands: Command<App, Action>[] = [
  {
    id: 'roster.up',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'Up',
    keys: ['up', 'k'],
    run: () => ({ type: 'move', by: -1 }),
  },
  {
    id: 'roster.down',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'Down',
    keys: ['down', 'j'],
    run: () => ({ type: 'move', by: 1 }),
  },
  {
    id: 'roster.page-up',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'A page up',
    keys: ['pageup'],
    run: () => ({ type: 'page', pages: -1 }),
  },
  {
    id: 'roster.page-down',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'A page down',
    keys: ['pagedown'],
    run: () => ({ type: 'page', pages: 1 }),
  },
  {
    id: 'roster.half-up',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'Half a page up',
    keys: ['ctrl+u'],
    run: () => ({ type: 'page', pages: -0.5 }),
  },
  {
    id: 'roster.half-down',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'Half a page down',
    keys: ['ctrl+d'],
    run: () => ({ type: 'page', pages: 0.5 }),
  },
  {
    id: 'roster.first',
    layer,
    needs: 'rows',
    title: 'First user',
    keys: ['home', 'g'],
    run: () => ({ type: 'jump', to: 'first' }),
  },
  {
    id: 'roster.last',
    layer,
    needs: 'rows',
    title: 'Last user',
    keys: ['end', 'G'],
    run: () => ({ type: 'jump', to: 'last' }),
  },
];
