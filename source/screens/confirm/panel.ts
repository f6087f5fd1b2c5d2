import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { framed, type Panel } from '../../components/panel.ts';
import type { Change } from '../../roster/change-set.ts';
import { namesOf, summaryOf } from '../../roster/summary.ts';
import { counted, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { ConfirmLayer, Size } from '../app.ts';
import { confirmLayout } from './layout.ts';
import { confirmList } from './list.ts';
import { confirmKeys } from './panel-keys.ts';

const muted = { color: 'muted' } as const;

/** The dialog that asks before something is written: who, what it means, and the keys. */
export function confirmPanel(layer: ConfirmLayer, size: Size, look: Look): Panel {
  const { width, inner, room, said, gaps } = confirmLayout(layer, size, look);
  const { changeSet, wish } = layer.planned;
  const gap = (place: number): Span[][] => (gaps >= place ? [[]] : []);
  const body = [
    ...gap(3),
    ...list(layer, inner, room, look),
    ...gap(2),
    ...said,
    ...gap(1),
    ...confirmKeys(layer, look),
  ];
  const removing = wish.kind === 'remove';
  const title = removing
    ? `Remove ${counted(changeSet.changes.length, 'user')} from Contact Center?`
    : `${visible(summaryOf(changeSet, { whom }))}?`;
  return framed(title, body, { width, ...size }, look, removing ? 'danger' : 'accent');
}

/** Of many it is their number that counts, and that may have to be typed. */
function whom(users: readonly Change[]): string {
  return users.length > 2 ? counted(users.length, 'user') : namesOf(users);
}

/** The list, as much as there is room for, and how many more above and below. */
function list(layer: ConfirmLayer, width: number, room: number, look: Look): Span[][] {
  const { between, countUpTo, users, usersWithin } = confirmList(layer, width, look);
  if (countUpTo(room + 1) <= room) return between(0, room);
  const shown = room - 1;
  const end = countUpTo(layer.top + shown + 1);
  const top = Math.max(0, Math.min(layer.top, end - shown));
  const above = usersWithin(top);
  const below = users - usersWithin(top + shown);
  const text = (mark: string, count: number, word: string) =>
    `${mark} ${count > 0 ? `${number(count)} ` : ''}${word}`;
  const parts = [
    ...(top > 0 ? [text(look.marks.up, above, 'above')] : []),
    ...(end > top + shown ? [text(look.marks.down, below, 'more')] : []),
  ];
  return [...between(top, top + shown), [span(`  ${parts.join('   ')}`, muted)]];
}
