import { pageHeight, type Way } from '../../app/scroll.ts';
import { scrolledBlocks } from '../../app/scrolled-blocks.ts';
import { opened, replaceTop, withLayer, withoutLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import {
  atStart,
  type BlockList,
  positionOf,
  type ScrollPosition,
  stillAt,
} from '../../components/block-list.tsx';
import { repeatedProblems } from '../../roster/plan/repeated-problems.ts';
import type { Planned } from '../../roster/screen/effects.ts';
import { counted } from '../../roster/text/words.ts';
import { importList } from './list.tsx';
import type { ImportLayer } from './state.ts';

/** Shows what a file would change, in the place of what it would have changed before. */
export function openImport(app: App, planned: Planned, changed: readonly number[] = []): App {
  const path = planned.request.kind === 'import' ? planned.request.path : '';
  const layer: ImportLayer = { kind: 'import', path, ...withProblems(planned), top: atStart, busy: false };
  return opened(withoutLayer(app, 'import'), { ...layer, top: firstOf(changed, layer, app) });
}

function withProblems(planned: Planned): Pick<ImportLayer, 'planned' | 'problems'> {
  return { planned, problems: repeatedProblems(planned.changeSet.problems) };
}

/** Where the first of these people is: what is asked about again because of them is in sight. */
function firstOf(people: readonly number[], layer: ImportLayer, app: App): ScrollPosition {
  const first = layer.planned.changeSet.changes.find(({ person_id }) => people.includes(person_id));
  return (first && positionOf(listOf(app, layer), first.person_id)) ?? atStart;
}

function listOf(app: App, layer: ImportLayer): BlockList {
  return importList(layer, app.size.columns);
}

/** A file was read again: it is shown as it is now. */
export function importPlanned(app: App, planned: Planned): App {
  return withLayer(app, 'import', layer => {
    if (planned.request.kind !== 'import' || layer.path !== planned.request.path || layer.busy) return layer;
    const next = { ...layer, ...withProblems(planned) };
    return { ...next, top: stillAt(layer.top, listOf(app, layer), listOf(app, next)) };
  });
}

/** Somebody was quicker: what would change now is shown, and asked about again. */
export function importStale(app: App, planned: Planned, changed: readonly number[]): Step {
  if (planned.request.kind !== 'import') return step(app);
  const who = changed.length > 0 ? counted(changed.length, 'user') : 'Something';
  const shown = openImport(app, planned, changed);
  return step(withToast(shown, 'error', `${who} changed meanwhile. This is how things are now.`));
}

export function scrollImport(app: App, layer: ImportLayer, way: Way): Step {
  const top = scrolledBlocks(listOf(app, layer), layer.top, way, pageHeight(app));
  return step(replaceTop(app, { ...layer, top }));
}

/** All or nothing: with a problem nothing is applied. */
export function applyImport(app: App, layer: ImportLayer): Step {
  if (layer.busy) return step(app);
  const { problems, changes } = layer.planned.changeSet;
  if (problems.length > 0) {
    const many = counted(problems.length, 'problem');
    return step(withToast(app, 'error', `Nothing is imported: mend ${many} in ${layer.path} first.`));
  }
  if (changes.length === 0) return step(withToast(app, 'info', 'There is nothing to change.'));
  return step(replaceTop(app, { ...layer, busy: true }), { type: 'apply', planned: layer.planned });
}

/** Reads the file again, once it is mended. */
export function rereadImport(app: App, { busy, planned }: ImportLayer): Step {
  return busy ? step(app) : step(app, { type: 'plan', request: planned.request });
}
