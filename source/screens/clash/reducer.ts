import { opened, openLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { stillOn } from '../../app/still-on.ts';
import { type Clash, clashKey, type Side } from '../../roster/plan/clashes.ts';
import type { Against, ClashLayer } from './state.ts';

/** Moves the cursor among the clashes. */
export function moved(layer: ClashLayer, by: number): ClashLayer {
  return onClash(layer, Math.max(0, Math.min(layer.clashes.length - 1, currentPlace(layer) + by)));
}

/** A choice for the current line, which then moves on, or for all. */
export function chosen(layer: ClashLayer, side: Side, all: boolean): ClashLayer {
  const place = currentPlace(layer);
  const sides = layer.chosen.map((before, index) => (all || index === place ? side : before));
  const next = layer.chosen.findIndex((before, index) => index > place && before === null);
  return onClash({ ...layer, chosen: sides }, all || next < 0 ? place : next);
}

/** Where the cursor stands among the clashes. */
export function currentPlace({ clashes, current }: ClashLayer): number {
  const at = clashes.findIndex(clash => clashKey(clash) === current);
  return Math.max(0, at);
}

/** The cursor on the clash of that place. */
export function onClash(layer: ClashLayer, place: number): ClashLayer {
  const clash = layer.clashes[place];
  return clash ? { ...layer, current: clashKey(clash) } : layer;
}

/** Shows what both sides changed, to choose from; `chosen` is what goes without saying. */
export function withClashes(
  app: App,
  against: Against,
  {
    people,
    clashes,
    chosen = clashes.map(() => null),
  }: Pick<ClashLayer, 'people' | 'clashes'> & Partial<Pick<ClashLayer, 'chosen'>>,
): App {
  const at = Math.max(0, chosen.indexOf(null));
  const first = clashes[at];
  if (!first) return app;
  return opened(app, { kind: 'clash', against, people, clashes, chosen, current: clashKey(first) });
}

/** While somebody chooses, others go on: what clashes otherwise by now has to be chosen again. */
export function withClashesAgain(
  app: App,
  clashes: readonly Clash[],
  { against, chosen: unasked }: Partial<Pick<ClashLayer, 'against' | 'chosen'>> = {},
): App {
  const layer = openLayer(app, 'clash');
  if (!layer) return app;
  const before = layer.clashes.map(clash => JSON.stringify(clash));
  const chosen = clashes.map(
    (clash, index) => layer.chosen[before.indexOf(JSON.stringify(clash))] ?? unasked?.[index] ?? null,
  );
  const current = stillOn(layer.current, layer.clashes.map(clashKey), clashes.map(clashKey));
  if (current === null) return { ...app, layers: app.layers.filter(other => other !== layer) };
  const now = { ...layer, clashes: [...clashes], chosen, current, against: against ?? layer.against };
  return { ...app, layers: app.layers.map(other => (other === layer ? now : other)) };
}
