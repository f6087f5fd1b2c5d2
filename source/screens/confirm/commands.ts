import type { Action } from '../../app/layers.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';
import { needsTyping } from './open.ts';

const layer = 'confirm';

const dialog = (app: App) => onTop(app, 'confirm');

function typing(app: App): boolean {
  const open = dialog(app);
  return open !== null && needsTyping(open);
}

function removing(app: App): boolean {
  return dialog(app)?.planned.request.kind === 'remove';
}

/** The keys of the dialog that asks before something is written. */
export const confirmCommands: Command<App, Action>[] = [
  {
    id: 'confirm.accept',
    layer,
    title: 'Go ahead',
    keys: ['y'],
    changes: true,
    when: app => !typing(app),
    run: () => ({ type: 'confirm-accept' }),
  },
  {
    id: 'confirm.submit',
    layer,
    title: 'Go ahead, once the number is typed',
    keys: ['enter'],
    changes: true,
    when: typing,
    run: () => ({ type: 'confirm-submit' }),
  },
  {
    id: 'confirm.make-inactive',
    layer,
    title: 'Make them inactive instead: they keep all settings',
    keys: ['i'],
    changes: true,
    when: removing,
    run: () => ({ type: 'confirm-inactive' }),
  },
  {
    id: 'confirm.keep',
    layer,
    title: 'Leave everything as it is',
    keys: ['n', 'escape'],
    run: () => ({ type: 'close' }),
  },
  {
    id: 'confirm.erase',
    layer,
    title: 'Take back a digit',
    keys: ['backspace'],
    when: typing,
    run: () => ({ type: 'confirm-erase' }),
  },
  {
    id: 'confirm.up',
    layer,
    title: 'Scroll up',
    keys: ['up', 'k'],
    run: () => ({ type: 'confirm-scroll', by: -1 }),
  },
  {
    id: 'confirm.down',
    layer,
    title: 'Scroll down',
    keys: ['down', 'j'],
    run: () => ({ type: 'confirm-scroll', by: 1 }),
  },
  {
    id: 'confirm.page-up',
    layer,
    title: 'A page up',
    keys: ['pageup'],
    run: () => ({ type: 'confirm-scroll', by: -10 }),
  },
  {
    id: 'confirm.page-down',
    layer,
    title: 'A page down',
    keys: ['pagedown'],
    run: () => ({ type: 'confirm-scroll', by: 10 }),
  },
  {
    id: 'confirm.help',
    layer,
    title: 'All keys of this dialog',
    keys: ['?'],
    hint: 'all keys',
    weight: 10,
    run: () => ({ type: 'pick-open', purpose: 'commands' }),
  },
];
