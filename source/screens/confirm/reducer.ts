import type { Wish } from '../../roster/effects.ts';
import { number } from '../../roster/words.ts';
import {
  type App,
  type ConfirmLayer,
  type LayerAction,
  replaceTop,
  type Step,
  step,
  topLayer,
} from '../app.ts';
import { openForm, withForm } from '../form/layers.ts';
import { dropped, isOpening } from '../opening.ts';
import { withToast } from '../toasts.ts';
import { scrolledTop } from './layout.ts';
import { needsTyping } from './open.ts';

/** Longer numbers than any change set are not typed. */
const mostDigits = 6;

/** What the dialog's keys do; null if the action is not the dialog's. */
export function reduceConfirm(app: App, action: LayerAction): Step | null {
  const layer = topLayer(app);
  if (layer?.kind !== 'confirm') return null;
  const early = acceptingKeys[action.type];
  if (early && layer.busy) return step(app);
  if (early && isOpening(app, layer)) return dropped(app, layer, early);
  switch (action.type) {
    case 'confirm-accept':
      return needsTyping(layer) ? step(app) : apply(app, layer);
    case 'confirm-submit':
      return needsTyping(layer) ? submit(app, layer) : step(app);
    case 'confirm-inactive':
      return layer.planned.wish.kind === 'remove' ? makeInactive(app, layer.planned.wish) : step(app);
    case 'confirm-erase':
      return step(replaceTop(app, { ...layer, typed: layer.typed.slice(0, -1), complaint: null }));
    case 'confirm-scroll':
      return step(replaceTop(app, { ...layer, top: scrolledTop(layer, app.size, action.by) }));
    case 'close':
      return close(app, layer);
    default:
      return null;
  }
}

const acceptingKeys: Partial<Record<LayerAction['type'], string>> = {
  'confirm-accept': 'y',
  'confirm-submit': 'Enter',
  'confirm-inactive': 'i',
};

/** A digit, where the number has to be typed. */
export function typeInConfirm(app: App, layer: ConfirmLayer, key: string): Step {
  if (layer.busy || !needsTyping(layer) || !/^\d$/.test(key) || layer.typed.length >= mostDigits)
    return step(app);
  if (isOpening(app, layer)) return dropped(app, layer, key);
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
  const asked = openForm(app) ? withForm(app, { saving: true }) : app;
  return step(replaceTop(asked, { ...layer, busy: true }), { type: 'apply', planned: layer.planned });
}

/** A change of its own: what has to be asked about it is asked in its turn. */
function makeInactive(app: App, { ids, seenIn }: Extract<Wish, { kind: 'remove' }>): Step {
  const edits = [{ field: 'user_access', op: 'set', text: 'inactive' }] as const;
  const wish = { kind: 'edit' as const, ids, edits, seenIn };
  return step(replaceTop(app, null), { type: 'plan', wish });
}

/** Keeps everybody. While the write still waits for its turn this gives it up. */
function close(app: App, layer: ConfirmLayer): Step {
  if (layer.busy) return step(app, { type: 'give-up' });
  const kept = layer.planned.wish.kind === 'remove' ? 'Kept. Nothing was removed.' : 'Nothing was changed.';
  return step(withToast(replaceTop(app, null), 'info', kept));
}
