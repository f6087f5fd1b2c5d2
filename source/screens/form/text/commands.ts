import type { Action } from '../../../app/layers.ts';
import type { App } from '../../../app/state.ts';
import type { Command } from '../../../keys/command.ts';

const layer = 'text';

/** The keys of a form's text field that do something else than type. What was typed stays in the form. */
export const textCommands: Command<App, Action>[] = [
  {
    id: 'text.take',
    layer,
    title: 'Back to the fields',
    keys: ['enter', 'escape'],
    hint: 'done',
    weight: 9,
    run: () => ({ type: 'text-take', move: 0 }),
  },
  {
    id: 'text.next',
    layer,
    title: 'On to the next field',
    keys: ['tab', 'down'],
    hint: 'next field',
    weight: 8,
    run: () => ({ type: 'text-take', move: 1 }),
  },
  {
    id: 'text.previous',
    layer,
    title: 'Back to the field before',
    keys: ['shift+tab', 'up'],
    run: () => ({ type: 'text-take', move: -1 }),
  },
];
