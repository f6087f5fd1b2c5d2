import type { PageEffect, PageOutcome } from '../../roster/page-effects.ts';
import type { Reference } from '../../roster/user.ts';
import { type App, type Layer, replaceTop, type Step, step } from '../app.ts';
import { moved, pageHeight, type Way } from '../scroll.ts';
import type { HistoryLayer } from './layer.ts';

/** The head of the table takes a line. */
const headLines = 1;

export function openHistory(app: App, of: Reference | null): Step {
  const layer: HistoryLayer = { kind: 'history', of, sets: [], total: null, cursor: 0, top: 0 };
  return step({ ...app, layers: [...app.layers, layer] }, pageEffect(layer, { before: null }));
}

function pageEffect(
  layer: HistoryLayer,
  place: Extract<PageEffect, { type: 'history' }>['place'],
): PageEffect {
  return { type: 'history', person_id: layer.of?.id ?? null, place };
}

/** Asks again for what is shown: there may be newer sets, and some may be undone by now. */
export function historyRefresh(layer: HistoryLayer): PageEffect {
  const oldest = layer.sets.at(-1);
  return pageEffect(layer, oldest ? { since: oldest.id } : { before: null });
}

/** How many sets are seen at once. */
export function historyHeight(app: App): number {
  return pageHeight(app) - headLines;
}

/** Moves the cursor; near the end of what is there the next sets are asked for. */
export function moveInHistory(app: App, layer: HistoryLayer, way: Way): Step {
  const height = historyHeight(app);
  const last = Math.max(0, layer.sets.length - 1);
  const next = placed({ ...layer, cursor: moved(layer.cursor, way, last, height) }, height);
  const there = layer.total !== null && layer.sets.length >= layer.total;
  const near = next.cursor + height >= layer.sets.length;
  const oldest = layer.sets.at(-1);
  const more = near && !there && oldest ? [pageEffect(layer, { before: oldest.id })] : [];
  return step(replaceTop(app, next), ...more);
}

/** Some sets are read: further ones, or again those that are shown. The cursor stays on its set. */
export function historyRead(app: App, outcome: Extract<PageOutcome, { type: 'history' }>): Step {
  const height = historyHeight(app);
  const layers = app.layers.map(
    (layer): Layer =>
      layer.kind === 'history' && (layer.of?.id ?? null) === outcome.person_id
        ? placed(withSets(layer, outcome), height)
        : layer,
  );
  return step({ ...app, layers });
}

function withSets(
  layer: HistoryLayer,
  { place, sets, total }: Extract<PageOutcome, { type: 'history' }>,
): HistoryLayer {
  const known = new Set(layer.sets.map(set => set.id));
  const further = 'before' in place && place.before !== null;
  const all = further ? [...layer.sets, ...sets.filter(set => !known.has(set.id))] : sets;
  const current = layer.sets[layer.cursor]?.id;
  // On the newest one the cursor stays on the newest.
  const at = layer.cursor === 0 ? 0 : all.findIndex(set => set.id === current);
  return { ...layer, sets: all, total, cursor: Math.max(0, at) };
}

/** The cursor's line is always in sight. */
function placed(layer: HistoryLayer, height: number): HistoryLayer {
  const { cursor, top, sets } = layer;
  const last = Math.max(0, sets.length - height);
  const lowest = Math.max(0, cursor - height + 1);
  return { ...layer, top: Math.min(last, Math.max(lowest, Math.min(top, cursor))) };
}
