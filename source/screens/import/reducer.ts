import type { Planned } from '../../roster/effects.ts';
import { counted } from '../../roster/words.ts';
import { type App, type Layer, replaceTop, type Step, step, topLayer } from '../app.ts';
import { measuringLook, pageHeight, scrolled, stillAt, type Way } from '../scroll.ts';
import { withToast } from '../toasts.ts';
import type { ImportLayer } from './layer.ts';
import { importLines } from './page.ts';

/** Shows what a file would change, in the place of the prompt that named it or of what it would have changed before. */
export function openImport(app: App, planned: Planned, changed: readonly number[] = []): App {
  const path = planned.wish.kind === 'import' ? planned.wish.path : '';
  const layer: ImportLayer = { kind: 'import', path, planned, top: 0, busy: false };
  const at = app.layers.findIndex(({ kind }) => kind === 'prompt' || kind === 'import');
  const below = at < 0 ? app.layers : app.layers.slice(0, at);
  return { ...app, layers: [...below, { ...layer, top: firstOf(changed, layer, app) }] };
}

/** The line of the first of these people: what is asked about again because of them is in sight. */
function firstOf(people: readonly number[], layer: ImportLayer, app: App): number {
  const { planned } = layer;
  const { changes } = planned.changeSet;
  const at = changes.findIndex(({ person_id }) => people.includes(person_id));
  if (at < 0) return 0;
  const before = { ...planned, changeSet: { ...planned.changeSet, changes: changes.slice(0, at) } };
  return linesOf(app, { ...layer, planned: before }).length;
}

function linesOf(app: App, layer: ImportLayer) {
  return importLines(layer, app.size.columns, measuringLook);
}

/** A file was read, which may have taken a while: it is shown if somebody still waits for it. */
export function importPlanned(app: App, planned: Planned): App {
  const path = planned.wish.kind === 'import' ? planned.wish.path : '';
  const top = topLayer(app);
  if (top?.kind === 'prompt' && top.purpose === 'import' && top.field.value.trim() === path)
    return openImport(app, planned);
  const layers = app.layers.map((layer): Layer => {
    if (layer.kind !== 'import' || layer.path !== path || layer.busy) return layer;
    const next = { ...layer, planned };
    return { ...next, top: stillAt(layer.top, linesOf(app, layer), linesOf(app, next)) };
  });
  return { ...app, layers };
}

/** Somebody was quicker: what would change now is shown, and asked about again. */
export function importStale(app: App, planned: Planned, changed: readonly number[]): Step {
  const who = changed.length > 0 ? counted(changed.length, 'user') : 'Something';
  const shown = openImport(app, planned, changed);
  return step(withToast(shown, 'error', `${who} changed meanwhile. This is how things are now.`));
}

export function scrollImport(app: App, layer: ImportLayer, way: Way): Step {
  const count = linesOf(app, layer).length;
  return step(replaceTop(app, { ...layer, top: scrolled(layer.top, way, count, pageHeight(app)) }));
}

/** All or nothing: with a problem nothing is applied. */
export function applyImport(app: App): Step {
  const layer = topLayer(app);
  if (layer?.kind !== 'import' || layer.busy) return step(app);
  const { problems, changes } = layer.planned.changeSet;
  if (problems.length > 0) {
    const many = counted(problems.length, 'problem');
    return step(withToast(app, 'error', `Nothing is imported: mend ${many} in ${layer.path} first.`));
  }
  if (changes.length === 0) return step(withToast(app, 'info', 'There is nothing to change.'));
  return step(replaceTop(app, { ...layer, busy: true }), { type: 'apply', planned: layer.planned });
}

/** Reads the file again, once it is mended. */
export function rereadImport(app: App): Step {
  const layer = topLayer(app);
  return layer?.kind === 'import' && !layer.busy
    ? step(app, { type: 'plan', wish: layer.planned.wish })
    : step(app);
}
