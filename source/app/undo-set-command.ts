import type { Command } from '../keys/command.ts';
import { whyNotChange } from '../roster/access/permission.ts';
import type { Viewer } from '../roster/access/viewer.ts';
import type { AppliedChangeSet } from '../roster/plan/change-set.ts';
import { ofTheAccount } from '../roster/undo/plan-undo.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';

/** Undoing the change set that a page shows or points at. */
export function undoSetCommand(
  layer: string,
  shown: (app: App) => AppliedChangeSet | null | undefined,
): Command<App, Action> {
  return {
    id: `${layer}.undo`,
    layer,
    title: 'Undo this change set',
    keys: ['u'],
    hint: 'undo it',
    weight: 7,
    changes: true,
    disabledReason: app => whyNotUndo(shown(app) ?? null, app.viewer),
    run: app => ({
      type: 'effect',
      effect: { type: 'plan', request: { kind: 'undo-set', id: shown(app)?.id ?? 0 } },
    }),
  };
}

/** Why a set can't be undone, or null. */
function whyNotUndo(set: AppliedChangeSet | null, viewer: Viewer): string | null {
  if (!set) return 'Nothing was changed yet.';
  if (set.kind === 'pull') return ofTheAccount(set).message;
  if (set.undone_by !== null)
    return `Change set ${set.id} is undone already, by change set ${set.undone_by}.`;
  return whyNotChange(set, viewer);
}
