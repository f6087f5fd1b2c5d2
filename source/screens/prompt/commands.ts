import type { Action } from '../../app/layers.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'prompt';

const open = (app: App) => onTop(app, 'prompt');

const asks = (app: App) => open(app)?.exists === true;
const busy = (app: App) => open(app)?.busy === true;
const types = (app: App) => !asks(app) && !busy(app);

/** The keys of the field that a file is named in; all others type. */
export const promptCommands: Command<App, Action>[] = [
  {
    id: 'prompt.submit',
    layer,
    title: 'Go on with this file',
    keys: ['enter'],
    hint: app => (open(app)?.purpose === 'import' ? 'preview' : 'export'),
    weight: 9,
    when: types,
    run: () => ({ type: 'prompt-submit' }),
  },
  {
    id: 'prompt.complete',
    layer,
    title: 'Complete the path',
    keys: ['tab'],
    hint: 'complete',
    weight: 7,
    when: types,
    run: () => ({ type: 'prompt-complete' }),
  },
  {
    id: 'prompt.leave',
    layer,
    title: 'Leave',
    keys: ['escape'],
    hint: app => (busy(app) ? 'stop' : 'leave'),
    weight: 8,
    when: app => !asks(app),
    run: () => ({ type: 'close' }),
  },
  {
    id: 'prompt.overwrite',
    layer,
    title: 'Overwrite the file',
    keys: ['y'],
    hint: 'overwrite',
    weight: 9,
    when: asks,
    run: () => ({ type: 'prompt-overwrite' }),
  },
  {
    id: 'prompt.keep',
    layer,
    title: 'Keep the file and name another',
    keys: ['n', 'escape'],
    hint: 'keep it',
    weight: 8,
    when: asks,
    run: () => ({ type: 'prompt-keep' }),
  },
];
