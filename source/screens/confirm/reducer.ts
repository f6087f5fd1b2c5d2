import { number } from '../../roster/words.ts';
import {
  type App,
  type ConfirmLayer,
  type LayerAction,
  replaceTop,
  type Size,
  type Step,
  step,
  topLayer,
} from '../app.ts';
import { withToast } from '../toasts.ts';
import { lastTop } from './layout.ts';
import { needsTyping } from './open.ts';

/** For this long after a dialog opens accepting keys are deaf: nobody has read it yet. Milliseconds. */
const deafFor = 300;

/** Longer numbers than any change set are not typed. */
const mostDigits = 6;

/** What the dialog's keys do; null if the action is not the dialog's. */
export function reduceConfirm(app: App, action: LayerAction): Step | null {
  const layer = topLayer(app);
  if (layer?.kind !== 'confirm') return null;
  const deaf = app.now - layer.openedAt < deafFor || layer.busy;
  switch (action.type) {
    case 'confirm-accept':
      return deaf || needsTyping(layer) ? step(app) : apply(app, layer);
    case 'confirm-submit':
      return deaf || !needsTyping(layer) ? step(app) : submit(app, layer);
    case 'confirm-inactive':
      return deaf || layer.planned.wish.kind !== 'remove'
        ? step(app)
        : makeInactive(app, layer.planned.wish.ids);
    case 'confirm-erase':
      return step(replaceTop(app, { ...layer, typed: layer.typed.slice(0, -1), complaint: null }));
    case 'confirm-scroll':
      return step(replaceTop(app, { ...layer, top: scrolled(layer, app.size, action.by) }));
    case 'close':
      return close(app, layer);
    default:
      return null;
  }
}

/** A digit, where the number has to be typed. */
export function typeInConfirm(app: App, layer: ConfirmLayer, key: string): Step {
  const deaf = app.now - layer.openedAt < deafFor || layer.busy;
  if (deaf || !needsTyping(layer) || !/^\d$/.test(key) || layer.typed.length >= mostDigits) return step(app);
  return step(replaceTop(app, { ...layer, typed: layer.typed + key, complaint: null }));
}

function submit(app: App, layer: ConfirmLayer): Step {
  const count = layer.planned.changeSet.changes.length;
  if (layer.typed === '') return step(app);
  if (Number(layer.typed) === count) return apply(app, layer);
  const nothing = layer.planned.wish.kind === 'remove' ? 'Nothing is removed.' : 'Nothing is changed.';
  const complaint = `${layer.typed} is not ${number(count)}. ${nothing}`;
  return step(replaceTop(app, { ...layer, typed: '', complaint }));
}

function apply(app: App, layer: ConfirmLayer): Step {
  return step(replaceTop(app, { ...layer, busy: true }), { type: 'apply', planned: layer.planned });
}

function makeInactive(app: App, ids: readonly number[]): Step {
  const edits = [{ field: 'user_access', op: 'set', text: 'inactive' }] as const;
  const wish = { kind: 'edit' as const, ids, edits };
  return step(replaceTop(app, null), { type: 'plan', wish });
}

/** Keeps everybody. While the write still waits for its turn this gives it up. */
function close(app: App, layer: ConfirmLayer): Step {
  if (layer.busy) return step(app, { type: 'give-up' });
  const kept = layer.planned.wish.kind === 'remove' ? 'Kept. Nothing was removed.' : 'Nothing was changed.';
  return step(withToast(replaceTop(app, null), 'info', kept));
}

function scrolled(layer: ConfirmLayer, size: Size, by: number): number {
  const last = lastTop(layer, size);
  return Math.max(0, Math.min(last, Math.min(layer.top, last) + by));
}
