import { pageHeight, type Way } from '../../app/scroll.ts';
import { scrolledBlocks } from '../../app/scrolled-blocks.ts';
import { opened, replaceTop, withLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { atStart, linesFrom } from '../../components/block-list.tsx';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import type { PageEffect, PageOutcome } from '../../roster/screen/page-effects.ts';
import { changeSetList } from './list.ts';
import type { ChangeSetLayer } from './state.ts';

/** Opens a set; what it changed is read. */
export function openChangeSet(app: App, set: AppliedChangeSet): Step {
  const layer: ChangeSetLayer = { kind: 'change-set', set, changes: null, refused: [], top: atStart };
  return step(opened(app, layer), changesEffect(layer));
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
  const list = changeSetList(layer, app.size.columns);
  const top = scrolledBlocks(list, layer.top, way, height);
  const there = layer.changes === null || layer.changes.length >= layer.set.users;
  const nearEnd = linesFrom(list, top, 2 * height + 1) <= 2 * height;
  const more = !there && nearEnd ? [changesEffect(layer)] : [];
  return step(replaceTop(app, { ...layer, top }), ...more);
}

export function changesRead(
  app: App,
  { set, after, changes, refused }: Extract<PageOutcome, { type: 'change-set' }>,
): Step {
  const read = withLayer(app, 'change-set', layer => {
    if (layer.set.id !== set.id) return layer;
    const last = layer.changes?.at(-1)?.person_id ?? null;
    if (last !== after) return { ...layer, set, refused };
    return { ...layer, set, refused, changes: [...(layer.changes ?? []), ...changes] };
  });
  return step(read);
}
