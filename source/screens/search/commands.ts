import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'search';

/** The keys of the search field that do something else than type. */
export const searchCommands: Command<App, Action>[] = [
  {
    id: 'search.keep',
    layer,
    title: 'Back to the rows, keeping the search',
    keys: ['enter'],
    hint: 'keep',
    run: () => ({ type: 'search-leave', keep: true }),
  },
  {
    id: 'search.clear',
    layer,
    title: 'Empty the search and leave it',
    keys: ['escape'],
    hint: 'clear',
    run: () => ({ type: 'search-leave', keep: false }),
  },
  {
    id: 'search.up',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'Up a row',
    keys: ['up'],
    hint: 'move',
    hintKeys: '↑↓',
    run: () => ({ type: 'move', by: -1 }),
  },
  {
    id: 'search.down',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'Down a row',
    keys: ['down'],
    run: () => ({ type: 'move', by: 1 }),
  },
  {
    id: 'search.page-up',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'A page up',
    keys: ['pageup'],
    run: () => ({ type: 'page', pages: -1 }),
  },
  {
    id: 'search.page-down',
    layer,
    needs: 'rows',
    repeats: true,
    title: 'A page down',
    keys: ['pagedown'],
    run: () => ({ type: 'page', pages: 1 }),
  },
];
