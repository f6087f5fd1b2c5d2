import { dropped, isOpening } from '../../app/opening.ts';
import { replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { number } from '../../roster/text/words.ts';
import { needsTyping } from './open.ts';
import { scrolledTop } from './size.ts';
import type { ConfirmLayer } from './state.ts';

/** Longer numbers than any change set are not typed. */
const mostDigits = 6;

type Reduce = (app: App, layer: ConfirmLayer) => Step;

/** What a key that accepts does, by its name: nothing while the dialog is just opening, nor while it is written. */
export function accepting(key: string, accept: Reduce): Reduce {
  return (app, layer) => {
    if (layer.busy) return step(app);
    return isOpening(app, layer) ? dropped(app, layer, key) : accept(app, layer);
  };
}

export function accept(app: App, layer: ConfirmLayer): Step {
  return needsTyping(layer) ? step(app) : apply(app, layer);
}

/** A digit, where the number has to be typed. */
export function typeInConfirm(app: App, layer: ConfirmLayer, { key }: { key: string }): Step {
  if (layer.busy || !needsTyping(layer) || !/^\d$/.test(key) || layer.typed.length >= mostDigits)
    return step(app);
  if (isOpening(app, layer)) return dropped(app, layer, key);
  return step(replaceTop(app, { ...layer, typed: layer.typed + key, complaint: null }));
}

export function erase(app: App, layer: ConfirmLayer): Step {
  return step(replaceTop(app, { ...layer, typed: layer.typed.slice(0, -1), complaint: null }));
}

export function scroll(app: App, layer: ConfirmLayer, by: number): Step {
  return step(replaceTop(app, { ...layer, top: scrolledTop(layer, app.size, by) }));
}

/** The number is typed, or another one. */
export function submit(app: App, layer: ConfirmLayer): Step {
  if (!needsTyping(layer)) return step(app);
  const count = layer.planned.changeSet.changes.length;
  if (layer.typed === '') return step(app);
  if (Number(layer.typed) === count) return apply(app, layer);
  const nothing = layer.planned.request.kind === 'remove' ? 'Nothing is removed.' : 'Nothing is changed.';
  const complaint = `${layer.typed} is not ${number(count)}. ${nothing}`;
  return step(replaceTop(app, { ...layer, typed: '', complaint }));
}

function apply(app: App, layer: ConfirmLayer): Step {
  return step(replaceTop(app, { ...layer, busy: true }), { type: 'apply', planned: layer.planned });
}

/** A change of its own: what has to be asked about it is asked in its turn. */
export function makeInactive(app: App, { planned }: ConfirmLayer): Step {
  if (planned.request.kind !== 'remove') return step(app);
  const { ids, seenIn } = planned.request;
  const edits = [{ field: 'user_access', op: 'set', text: 'inactive' }] as const;
  const request = { kind: 'edit' as const, ids, edits, seenIn };
  return step(replaceTop(app, null), { type: 'plan', request });
}

/** Keeps everybody. While the write still waits for its turn this gives it up. */
export function keep(app: App, layer: ConfirmLayer): Step {
  if (layer.busy) return step(app, { type: 'give-up' });
  const kept =
    layer.planned.request.kind === 'remove' ? 'Kept. Nothing was removed.' : 'Nothing was changed.';
  return step(withToast(replaceTop(app, null), 'info', kept));
}
