import type { Action } from '../../app/layers.ts';
import { pageEnds, pageMoves } from '../../app/page-moves.ts';
import { currentSet } from '../../app/set-list.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { undoSetCommand } from '../../app/undo-set-command.ts';
import type { Command } from '../../keys/command.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';

const layer = 'history';

function current(app: App): AppliedChangeSet | null {
  const page = onTop(app, 'history');
  return page && currentSet(page);
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
    run: () => ({ type: 'history-enter' }),
  },
  undoSetCommand(layer, current),
  {
    id: 'history.search',
    layer,
    title: 'Search by person, operator, field or day',
    keys: ['/'],
    hint: 'search',
    weight: 6,
    run: () => ({ type: 'history-search-open' }),
  },
  ...pageEnds(layer),
];
