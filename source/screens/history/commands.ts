import type { Command } from '../../keys/command.ts';
import type { AppliedChangeSet } from '../../roster/change-set.ts';
import { type Action, type App, topLayer } from '../app.ts';
import { pageEnds, pageMoves } from '../page-moves.ts';
import { undoSetCommand } from '../undo-set-command.ts';
import { currentSet } from './reducer.ts';

const layer = 'history';

function current(app: App): AppliedChangeSet | null {
  const top = topLayer(app);
  return top?.kind === 'history' ? currentSet(top) : null;
}

function needsSet(app: App): string | null {
  return current(app) ? null : 'Nothing was changed yet.';
}

/** What can be done in history. */
export const historyCommands: Command<App, Action>[] = [
  ...pageMoves(layer),
  {
    id: 'history.open',
    layer,
    title: 'Every field before and after',
    keys: ['enter'],
    hint: 'before and after',
    weight: 8,
    disabledReason: needsSet,
    run: () => ({ type: 'set-open' }),
  },
  undoSetCommand(layer, current),
  ...pageEnds(layer),
];
