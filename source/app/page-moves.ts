import type { Command } from '../keys/command.ts';
import type { Action } from './layers.ts';
import type { Way } from './scroll.ts';
import type { App } from './state.ts';

/** The keys that go up and down on a page, the same on every page and in the roster. */
export function pageMoves(layer: string, titles = { up: 'Up', down: 'Down' }): Command<App, Action>[] {
  const go = (id: string, title: string, keys: string[], way: Way): Command<App, Action> => ({
    id: `${layer}.${id}`,
    layer,
    title,
    keys,
    run: () => ({ type: 'scroll', way }),
  });
  return [
    go('up', titles.up, ['up', 'k'], { by: -1, unit: 'lines' }),
    go('down', titles.down, ['down', 'j'], { by: 1, unit: 'lines' }),
    go('page-up', 'A page up', ['pageup'], { by: -1, unit: 'pages' }),
    go('page-down', 'A page down', ['pagedown'], { by: 1, unit: 'pages' }),
    go('half-up', 'Half a page up', ['ctrl+u'], { by: -0.5, unit: 'pages' }),
    go('half-down', 'Half a page down', ['ctrl+d'], { by: 0.5, unit: 'pages' }),
    go('first', 'To the beginning', ['home', 'g'], { by: -1, unit: 'ends' }),
    go('last', 'To the end', ['end', 'G'], { by: 1, unit: 'ends' }),
  ];
}

/** What every page has at the end of its keys: the way back and the list of its keys. */
export function pageEnds(layer: string): Command<App, Action>[] {
  return [
    {
      id: `${layer}.back`,
      layer,
      title: 'Back',
      keys: ['escape'],
      hint: 'back',
      weight: 9,
      run: () => ({ type: 'close' }),
    },
    {
      id: `${layer}.help`,
      layer,
      title: 'All keys of this page',
      keys: ['?'],
      hint: 'all keys',
      weight: 10,
      run: () => ({ type: 'pick-open', purpose: 'commands' }),
    },
  ];
}
