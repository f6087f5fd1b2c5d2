import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { framed, type Panel } from '../../components/panel.ts';
import type { Change, Problem } from '../../roster/change-set.ts';
import { counted, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { fit } from '../../terminal/width.ts';
import type { ConfirmLayer, Size } from '../app.ts';
import { queueList } from '../roster/cells.ts';
import { confirmLayout } from './layout.ts';
import { listed } from './open.ts';
import { confirmKeys } from './panel-keys.ts';

const muted = { color: 'muted' } as const;

/** The dialog that asks before something is written: who, what it means, and the keys. */
export function confirmPanel(layer: ConfirmLayer, size: Size, look: Look): Panel {
  const { width, inner, room, said, gaps } = confirmLayout(layer, size, look);
  const { changeSet, wish } = layer.planned;
  const gap = (place: number): Span[][] => (gaps >= place ? [[]] : []);
  const body = [
    ...gap(3),
    ...people(layer, inner, room, look),
    ...gap(2),
    ...said,
    ...gap(1),
    ...confirmKeys(layer, look),
  ];
  const removing = wish.kind === 'remove';
  const title = removing
    ? `Remove ${counted(changeSet.changes.length, 'user')} from Contact Center?`
    : `${visible(changeSet.summary)}?`;
  return framed(title, body, { width, ...size }, look, removing ? 'danger' : 'accent');
}

/** The people, as many as there is room for, and how many more above and below. */
function people(layer: ConfirmLayer, width: number, room: number, look: Look): Span[][] {
  const all = listed(layer);
  const line = (one: (typeof all)[number]) =>
    'action' in one ? person(one, layer, width, look) : staying(one, width, look);
  if (all.length <= room) return all.map(line);
  const shown = room - 1;
  const top = Math.min(layer.top, all.length - shown);
  const rest = all.length - top - shown;
  const above = top > 0 ? `${look.marks.up} ${number(top)} above` : '';
  const below = rest > 0 ? `${look.marks.down} ${number(rest)} more` : '';
  return [
    ...all.slice(top, top + shown).map(line),
    [span(`  ${[above, below].filter(Boolean).join('   ')}`, muted)],
  ];
}

/** Somebody whom an undo leaves as they are. */
function staying({ message }: Problem, width: number, look: Look): Span[] {
  return [
    span(`${look.marks.failed} `, { color: 'warning', bold: true }),
    span(fit(visible(message), width - 2, look.marks)),
  ];
}

function person(change: Change, { changed }: ConfirmLayer, width: number, look: Look): Span[] {
  const nameWidth = Math.floor(width * 0.36);
  const roleWidth = Math.floor(width * 0.2);
  const { role, queues } = change.fields;
  const names = (queues?.before ?? queues?.after ?? []).map(queue => queue.name);
  const isNew = changed.includes(change.person_id);
  return [
    span(isNew ? `${look.marks.changed} ` : '  ', { color: 'warning', bold: true }),
    span(`${fit(visible(change.user_name), nameWidth, look.marks)}  `, isNew ? { color: 'warning' } : {}),
    span(`${fit(visible((role?.before ?? role?.after)?.name ?? ''), roleWidth, look.marks)}  `),
    span(queueList(names, width - nameWidth - roleWidth - 6, look), muted),
  ];
}
