import type { Action } from '../../app/layers.ts';
import { pageEnds, pageMoves } from '../../app/page-moves.ts';
import { pushCommands } from '../../app/push-commands.ts';
import { currentSet } from '../../app/set-list.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { undoSetCommand } from '../../app/undo-set-command.ts';
import type { Command } from '../../keys/command.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';

const layer = 'pushes';

function current(app: App): AppliedChangeSet | null {
  const page = onTop(app, 'pushes');
  return page && currentSet(page);
}

/** What can be done on the page of pushes. */
export const pushesCommands: Command<App, Action>[] = [
  ...pageMoves(layer),
  {
    id: 'pushes.open',
    layer,
    title: 'One of them: whom the account refused, and why',
    keys: ['enter'],
    hint: 'open',
    weight: 9,
    disabledReason: app => (current(app) ? null : 'There is nothing here.'),
    run: () => ({ type: 'pushes-enter' }),
  },
  ...pushCommands(layer, current),
  {
    id: 'pushes.filter',
    layer,
    title: 'All, those that wait, those of which something was refused',
    keys: ['f'],
    hint: 'filter',
    weight: 4,
    run: () => ({ type: 'pushes-filter' }),
  },
  { ...undoSetCommand(layer, current), weight: 3 },
  ...pageEnds(layer),
];
