import { pageHeight, type Way } from '../../app/scroll.ts';
import { currentSet, keptCursor, movedCursor } from '../../app/set-list.ts';
import { opened, replaceTop, withLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import type { PageOutcome } from '../../roster/screen/page-effects.ts';
import { marks } from '../../theme/marks.ts';
import { type PushesLayer, type PushFilter, pushFilters } from './state.ts';

/** Opens the page and asks for what is on it. */
export function openPushes(app: App): Step {
  const layer: PushesLayer = {
    ...{ kind: 'pushes', all: [], sets: [], total: null },
    ...{ only: 'all', current: null, first: null },
  };
  return step(opened(app, layer), { type: 'pushes' });
}

/** The change sets are there, or read anew; the cursor stays on its own. */
export function pushesRead(app: App, { sets, total }: Extract<PageOutcome, { type: 'pushes' }>): Step {
  return step(withLayer(app, 'pushes', layer => shownOnly({ ...layer, all: sets, total }, layer.only)));
}

/** The lines above the first set: the heads, and while the account is out of reach why. */
export function linesAbove({ account: { source } }: App): number {
  return source?.failure && source.waiting > 0 ? 3 : 1;
}

/** Moves the cursor, by a line or by as many as are seen. */
export function moveInPushes(app: App, layer: PushesLayer, way: Way): Step {
  const height = pageHeight(app) - linesAbove(app);
  return step(replaceTop(app, { ...layer, ...movedCursor(layer, way, height) }));
}

/** All of them, those that wait, those of which something was refused, and so on. */
export function filterPushes(app: App, layer: PushesLayer): Step {
  const only = pushFilters[(pushFilters.indexOf(layer.only) + 1) % pushFilters.length]!;
  return step(replaceTop(app, shownOnly(layer, only)));
}

function shownOnly(layer: PushesLayer, only: PushFilter): PushesLayer {
  const sets = layer.all.filter(set => isShown(set, only));
  return { ...layer, only, sets, ...keptCursor(sets, layer) };
}

function isShown({ push }: AppliedChangeSet, only: PushFilter): boolean {
  if (only === 'all' || !push) return only === 'all';
  return only === 'waiting' ? push.state === 'waiting' : push.refused > 0 || push.state === 'refused';
}

/** Opens the page of the change set that the cursor is on. */
export function openPush(app: App, layer: PushesLayer): Step {
  const set = currentSet(layer);
  return set ? andThen(step(app), { type: 'change-set-open', set }) : step(app);
}

/** Sends what waits, also what was just tried. */
export function sendNow(app: App): Step {
  return step(withToast(app, 'passing', `Sending what waits${marks.ellipsis}`), {
    type: 'send-waiting',
    again: true,
  });
}
