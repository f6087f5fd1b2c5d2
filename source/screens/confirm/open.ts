import { opened } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { atStart } from '../../components/block-list.tsx';
import { unaskedLimit } from '../../roster/plan/reason-to-ask.ts';
import type { Planned } from '../../roster/screen/effects.ts';
import type { ConfirmLayer } from './state.ts';

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
    top: planned.request.kind === 'remove' ? { block: Math.max(0, firstChanged), line: 0 } : atStart,
    changed,
    busy: false,
  };
  return opened(app, layer);
}

/** Whether the number of users has to be typed to go ahead. */
export function needsTyping({ planned, notShown: hidden }: ConfirmLayer): boolean {
  return planned.changeSet.changes.length > unaskedLimit || hidden > 0;
}
