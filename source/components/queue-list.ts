import { visible } from '../terminal/escape.ts';
import { cut, displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';

/** As many names as fit into `width` cells, and how many there are besides: `Billing, Sales +2`. */
export function queueList(names: readonly string[], width: number): string {
  const shown = names.map(visible);
  for (let count = shown.length; count > 1; count--) {
    const text = shown.slice(0, count).join(', ') + (count < shown.length ? ` +${shown.length - count}` : '');
    if (displayWidth(text) <= width) return text;
  }
  const [first = ''] = shown;
  if (shown.length < 2) return first;
  const rest = ` +${shown.length - 1}`;
  const room = width - rest.length;
  return (displayWidth(first) <= room ? first : cut(first, room - 1) + marks.ellipsis) + rest;
}
