import type { Command } from '../keys/command.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';

/** Lines that a page key moves in a list over the screen. */
const listPage = 10;

/** The keys that go up and down in a list that is typed to narrow, where letters type. */
export function listMoves(layer: string, move: (by: number) => Action): Command<App, Action>[] {
  return [
    {
      id: `${layer}.up`,
      layer,
      title: 'Up',
      keys: ['up'],
      hint: 'move',
      hintKeys: '↑↓',
      run: () => move(-1),
    },
    { id: `${layer}.down`, layer, title: 'Down', keys: ['down'], run: () => move(1) },
    { id: `${layer}.page-up`, layer, title: 'A page up', keys: ['pageup'], run: () => move(-listPage) },
    { id: `${layer}.page-down`, layer, title: 'A page down', keys: ['pagedown'], run: () => move(listPage) },
  ];
}
