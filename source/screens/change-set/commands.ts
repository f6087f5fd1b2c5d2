import type { Command } from '../../keys/command.ts';
import type { AppliedChangeSet } from '../../roster/change-set.ts';
import { type Action, type App, topLayer } from '../app.ts';
import { whyNotUndo } from '../history/commands.ts';
import { pageEnds, pageMoves } from '../page-moves.ts';

const layer = 'change-set';

function shown(app: App): AppliedChangeSet | null {
  const top = topLayer(app);
  return top?.kind === 'change-set' ? top.set : null;
}

/** What can be done on the page of a change set. */
export const changeSetCommands: Command<App, Action>[] = [
  ...pageMoves(layer, { up: 'Scroll up', down: 'Scroll down' }),
  {
    id: 'change-set.undo',
    layer,
    title: 'Undo this change set',
    keys: ['u'],
    hint: 'undo it',
    weight: 7,
    changes: true,
    disabledReason: app => whyNotUndo(shown(app)),
    run: app => ({
      type: 'effect',
      effect: { type: 'plan', wish: { kind: 'undo-set', id: shown(app)?.id ?? 0 } },
    }),
  },
  ...pageEnds(layer),
];
