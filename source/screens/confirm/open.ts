import type { Change, Problem } from '../../roster/change-set.ts';
import type { Planned } from '../../roster/effects.ts';
import type { App, ConfirmLayer } from '../app.ts';

/** Shows a plan and asks; `changed` are those who changed since it was asked about before. */
export function openConfirm(app: App, planned: Planned, changed: readonly number[] = []): App {
  const layer: ConfirmLayer = {
    kind: 'confirm',
    planned,
    notShown: planned.notShown ?? 0,
    typed: '',
    complaint: null,
    openedAt: app.now,
    early: null,
    top: 0,
    changed,
    busy: false,
  };
  // However many they are, whoever it is asked again for is in sight.
  const firstChanged = listed(layer).findIndex(one => 'action' in one && changed.includes(one.person_id));
  return { ...app, layers: [...app.layers, { ...layer, top: Math.max(0, firstChanged) }] };
}

/** Takes the dialog away, and the list of its keys if that is open over it. */
export function closeConfirm(app: App): App {
  const at = app.layers.findIndex(layer => layer.kind === 'confirm');
  return at < 0 ? app : { ...app, layers: app.layers.slice(0, at) };
}

/** Up to this many users, all of them shown, are removed with one key; more need their number typed. */
const oneKeyLimit = 25;

/** Whether the number of users has to be typed to go ahead. */
export function needsTyping({ planned, notShown: hidden }: ConfirmLayer): boolean {
  return planned.changeSet.changes.length > oneKeyLimit || hidden > 0;
}

/** Whom the dialog lists: those of an undo who stay as they are, with the reason, before those who change. */
export function listed({ planned: { changeSet, leftOut, takesBack } }: ConfirmLayer): (Problem | Change)[] {
  return [...(takesBack ? leftOut : []), ...changeSet.changes];
}
