import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'clash';

/** The keys of the three-way view of what two sides changed. */
export const clashCommands: Command<App, Action>[] = [
  {
    id: 'clash.up',
    layer,
    title: 'Up',
    keys: ['up', 'k', 'shift+tab'],
    hint: 'move',
    hintKeys: '↑↓',
    weight: 3,
    run: () => ({ type: 'clash-move', by: -1 }),
  },
  {
    id: 'clash.down',
    layer,
    title: 'Down',
    keys: ['down', 'j', 'tab'],
    run: () => ({ type: 'clash-move', by: 1 }),
  },
  {
    id: 'clash.theirs',
    layer,
    title: 'Take theirs',
    keys: ['t', 'left'],
    hint: 'theirs',
    weight: 8,
    run: () => ({ type: 'clash-choose', side: 'theirs', all: false }),
  },
  {
    id: 'clash.mine',
    layer,
    title: 'Take mine',
    keys: ['m', 'right'],
    hint: 'mine',
    weight: 8,
    run: () => ({ type: 'clash-choose', side: 'mine', all: false }),
  },
  {
    id: 'clash.all-theirs',
    layer,
    title: 'Take theirs on every line',
    keys: ['T'],
    hint: 'all theirs',
    weight: 5,
    run: () => ({ type: 'clash-choose', side: 'theirs', all: true }),
  },
  {
    id: 'clash.all-mine',
    layer,
    title: 'Take mine on every line',
    keys: ['M'],
    hint: 'all mine',
    weight: 5,
    run: () => ({ type: 'clash-choose', side: 'mine', all: true }),
  },
  {
    id: 'clash.done',
    layer,
    title: 'Save it so',
    keys: ['enter'],
    hint: 'save',
    weight: 9,
    changes: true,
    run: () => ({ type: 'clash-done' }),
  },
  {
    id: 'clash.back',
    layer,
    title: 'Back; nothing is saved yet',
    keys: ['escape'],
    hint: 'back',
    weight: 7,
    run: () => ({ type: 'close' }),
  },
  {
    id: 'clash.help',
    layer,
    title: 'All keys of this screen',
    keys: ['?'],
    hint: 'all keys',
    weight: 10,
    run: () => ({ type: 'pick-open', purpose: 'commands' }),
  },
];
