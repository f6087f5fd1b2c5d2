import type { Command } from '../../keys/command.ts';
import type { AppliedChangeSet } from '../../roster/change-set.ts';
import { type Action, type App, topLayer } from '../app.ts';
import { pageEnds, pageMoves } from '../page-moves.ts';
import { undoSetCommand } from '../undo-set-command.ts';

const layer = 'change-set';

function shown(app: App): AppliedChangeSet | null {
  const top = topLayer(app);
  return top?.kind === 'change-set' ? top.set : null;
}

/** What can be done on the page of a change set. */
export const changeSetCommands: Command<App, Action>[] = [
  ...pageMoves(layer, { up: 'Scroll up', down: 'Scroll down' }),
  undoSetCommand(layer, shown),
  ...pageEnds(layer),
];
