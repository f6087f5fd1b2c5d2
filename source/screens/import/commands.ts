import type { Action } from '../../app/layers.ts';
import { pageEnds, pageMoves } from '../../app/page-moves.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'import';

function canBeApplied(app: App): boolean {
  const page = onTop(app, 'import');
  if (!page) return false;
  const { problems, changes } = page.planned.changeSet;
  return problems.length === 0 && changes.length > 0;
}

/** What can be done on the preview of an import. */
export const importCommands: Command<App, Action>[] = [
  {
    id: 'import.apply',
    layer,
    title: 'Import: make these changes',
    keys: ['s', 'enter'],
    hint: app => (canBeApplied(app) ? 'import' : null),
    weight: 9,
    changes: true,
    run: () => ({ type: 'import-apply' }),
  },
  {
    id: 'import.reread',
    layer,
    title: 'Read the file again',
    keys: ['r'],
    hint: 'read again',
    weight: 7,
    run: () => ({ type: 'import-reread' }),
  },
  ...pageMoves(layer, { up: 'Scroll up', down: 'Scroll down' }),
  ...pageEnds(layer),
];
