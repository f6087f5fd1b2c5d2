import { pageHeight, type Way } from '../../app/scroll.ts';
import { cursorPlace, keptCursor, movedCursor } from '../../app/set-list.ts';
import { opened, openLayer, withLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import type { PageEffect, PageOutcome } from '../../roster/screen/page-effects.ts';
import type { Reference } from '../../roster/users/user.ts';
import type { HistoryLayer } from './state.ts';

/** The head of the table takes a line. */
export const headLines = 1;

export function openHistory(app: App, of: Reference | null): Step {
  const layer: HistoryLayer = {
    ...{ kind: 'history', of, search: '', searched: '' },
    ...{ sets: [], total: null, current: null, first: null },
  };
  return step(opened(app, layer), pageEffect(layer, { before: null }));
}

function pageEffect(
  layer: HistoryLayer,
  place: Extract<PageEffect, { type: 'history' }>['place'],
): PageEffect {
  return { type: 'history', person_id: layer.of?.id ?? null, search: layer.search, place };
}

/** Asks again for what is shown: there may be newer sets, and some may be undone by now. */
export function historyRefresh(layer: HistoryLayer): PageEffect {
  const oldest = layer.sets.at(-1);
  return pageEffect(layer, oldest ? { since: oldest.id } : { before: null });
}

/** Narrows to the sets with these words; those that were shown stay until they are read. */
export function searchHistory(app: App, search: string): Step {
  const page = openLayer(app, 'history');
  if (!page || page.search === search) return step(app);
  const next = { ...page, search };
  return step(
    withLayer(app, 'history', () => next),
    pageEffect(next, { before: null }),
  );
}

/** How many sets are seen at once. */
function historyHeight(app: App): number {
  return pageHeight(app) - headLines;
}

/** Moves the cursor; near the end of what is there the next sets are asked for. */
export function moveInHistory(app: App, layer: HistoryLayer, way: Way): Step {
  const { sets, total } = layer;
  const height = historyHeight(app);
  const next = { ...layer, ...movedCursor(layer, way, height) };
  const placed = withLayer(app, 'history', () => next);
  const oldest = sets.at(-1);
  const there = total !== null && sets.length >= total;
  const near = cursorPlace(next) + height >= sets.length;
  return step(placed, ...(near && !there && oldest ? [pageEffect(layer, { before: oldest.id })] : []));
}

/** Some sets are read: further ones, or again those that are shown. Cursor and lines stay on their sets. */
export function historyRead(app: App, outcome: Extract<PageOutcome, { type: 'history' }>): Step {
  const read = withLayer(app, 'history', layer =>
    (layer.of?.id ?? null) === outcome.person_id && layer.search === outcome.search
      ? withSets(layer, outcome)
      : layer,
  );
  return step(read);
}

/** What was searched for could not be read; what was there stays. */
export function historyFailed(app: App, { effect }: Extract<Outcome, { type: 'failed' }>): Step {
  if (effect?.type !== 'history') return step(app);
  return step(withLayer(app, 'history', layer => ({ ...layer, searched: layer.search })));
}

function withSets(
  layer: HistoryLayer,
  { place, sets, total }: Extract<PageOutcome, { type: 'history' }>,
): HistoryLayer {
  const known = new Set(layer.sets.map(set => set.id));
  const further = 'before' in place && place.before !== null;
  const all = further ? [...layer.sets, ...sets.filter(set => !known.has(set.id))] : sets;
  return {
    ...layer,
    ...keptCursor(all, layer),
    searched: layer.search,
    sets: all,
    total,
  };
}
