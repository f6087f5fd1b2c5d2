import type { AppliedChangeSet } from '../../roster/change-set.ts';
import type { PageEffect, PageOutcome } from '../../roster/page-effects.ts';
import { type App, type Layer, replaceTop, type Step, step, topLayer } from '../app.ts';
import { currentSet } from '../history/reducer.ts';
import { measuringLook, pageHeight, scrolled, type Way } from '../scroll.ts';
import type { ChangeSetLayer } from './layer.ts';
import { changeSetLines } from './page.ts';

/** Opens the set that the cursor of history is on. */
export function openSet(app: App): Step {
  const top = topLayer(app);
  const set = top?.kind === 'history' ? currentSet(top) : null;
  return set ? openChangeSet(app, set) : step(app);
}

function openChangeSet(app: App, set: AppliedChangeSet): Step {
  const layer: ChangeSetLayer = { kind: 'change-set', set, changes: null, top: 0 };
  return step({ ...app, layers: [...app.layers, layer] }, changesEffect(layer));
}

function changesEffect({ set, changes }: ChangeSetLayer): PageEffect {
  return { type: 'change-set', id: set.id, after: changes?.at(-1)?.person_id ?? null };
}

/** What a set changed never changes; only whether it is undone does. */
export function changeSetRefresh({ set }: ChangeSetLayer): PageEffect {
  return { type: 'change-set', id: set.id, after: null };
}

/** Near the end of what is there the next users are asked for. */
export function scrollChangeSet(app: App, layer: ChangeSetLayer, way: Way): Step {
  const height = pageHeight(app);
  const count = changeSetLines(layer, app.size.columns, measuringLook).length;
  const top = scrolled(layer.top, way, count, height);
  const there = layer.changes === null || layer.changes.length >= layer.set.users;
  const more = !there && top + 2 * height >= count ? [changesEffect(layer)] : [];
  return step(replaceTop(app, { ...layer, top }), ...more);
}

export function changesRead(
  app: App,
  { set, after, changes }: Extract<PageOutcome, { type: 'change-set' }>,
): Step {
  const read = (layer: Layer): Layer => {
    if (layer.kind !== 'change-set' || layer.set.id !== set.id) return layer;
    const last = layer.changes?.at(-1)?.person_id ?? null;
    if (last !== after) return { ...layer, set };
    return { ...layer, set, changes: [...(layer.changes ?? []), ...changes] };
  };
  return step({ ...app, layers: app.layers.map(read) });
}
