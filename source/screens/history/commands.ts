import type { Command } from '../../keys/command.ts';
import type { AppliedChangeSet } from '../../roster/change-set.ts';
import { type Action, type App, topLayer } from '../app.ts';
import { pageEnds, pageMoves } from '../page-moves.ts';

const layer = 'history';

function current(app: App): AppliedChangeSet | null {
  const top = topLayer(app);
  return top?.kind === 'history' ? (top.sets[top.cursor] ?? null) : null;
}

function needsSet(app: App): string | null {
  return current(app) ? null : 'Nothing was changed yet.';
}

/** Why a set can't be undone, or null. */
export function whyNotUndo(set: AppliedChangeSet | null): string | null {
  if (!set) return 'Nothing was changed yet.';
  return set.undone_by === null
    ? null
    : `Change set ${set.id} is undone already, by change set ${set.undone_by}.`;
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
  {
    id: 'history.undo',
    layer,
    title: 'Undo this change set',
    keys: ['u'],
    hint: 'undo it',
    weight: 7,
    changes: true,
    disabledReason: app => whyNotUndo(current(app)),
    run: app => ({
      type: 'effect',
      effect: { type: 'plan', wish: { kind: 'undo-set', id: current(app)?.id ?? 0 } },
    }),
  },
  ...pageEnds(layer),
];
