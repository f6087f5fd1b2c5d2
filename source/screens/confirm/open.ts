import type { Planned } from '../../roster/effects.ts';
import { unaskedLimit } from '../../roster/reason-to-ask.ts';
import type { App, ConfirmLayer } from '../app.ts';

/** Shows a plan and asks; `changed` are those who changed since it was asked about before. */
export function openConfirm(app: App, planned: Planned, changed: readonly number[] = []): App {
  const firstChanged = planned.changeSet.changes.findIndex(({ person_id }) => changed.includes(person_id));
  const layer: ConfirmLayer = {
    kind: 'confirm',
    planned,
    notShown: planned.notShown ?? 0,
    typed: '',
    complaint: null,
    openedAt: app.now,
    early: null,
    // However many they are, whoever it is asked again for is in sight.
    top: planned.wish.kind === 'remove' ? Math.max(0, firstChanged) : 0,
    changed,
    busy: false,
  };
  return { ...app, layers: [...app.layers, layer] };
}

/** Takes the dialog away, and the list of its keys if that is open over it. */
export function closeConfirm(app: App): App {
  const at = app.layers.findIndex(layer => layer.kind === 'confirm');
  return at < 0 ? app : { ...app, layers: app.layers.slice(0, at) };
}

/** Whether the number of users has to be typed to go ahead. */
export function needsTyping({ planned, notShown: hidden }: ConfirmLayer): boolean {
  return planned.changeSet.changes.length > unaskedLimit || hidden > 0;
}
