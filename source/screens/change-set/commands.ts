import type { Action } from '../../app/layers.ts';
import { pageEnds, pageMoves } from '../../app/page-moves.ts';
import { pushCommands } from '../../app/push-commands.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { undoSetCommand } from '../../app/undo-set-command.ts';
import type { Command } from '../../keys/command.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';

const layer = 'change-set';

function shown(app: App): AppliedChangeSet | null {
  return onTop(app, 'change-set')?.set ?? null;
}

/** What can be done on the page of a change set. */
export const changeSetCommands: Command<App, Action>[] = [
  ...pageMoves(layer, { up: 'Scroll up', down: 'Scroll down' }),
  ...pushCommands(layer, shown),
  undoSetCommand(layer, shown),
  ...pageEnds(layer),
];
