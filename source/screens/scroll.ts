import type { Span } from '../components/line.ts';
import { type Look, makeLook } from '../components/look.ts';
import { number } from '../roster/words.ts';
import type { App } from './app.ts';
import { tableHeight } from './roster/viewport.ts';

/** How far a key goes on a page: by lines, by pages, or to an end. */
export interface Way {
  by: number;
  unit: 'lines' | 'pages' | 'ends';
}

/** How many lines a page has: as many as the roster with its column heads. */
export function pageHeight(app: App): number {
  return tableHeight(app.size) + 1;
}

/** All marks are one cell wide: how a page is drawn changes nothing about its lines. */
export const measuringLook: Look = makeLook(0, 'unicode');

/** Where a list of `count` lines stands after a key; `height` of them are seen at once. */
export function scrolled(top: number, way: Way, count: number, height: number): number {
  const last = Math.max(0, count - height);
  return moved(Math.min(top, last), way, last, height);
}

/** A place from 0 to `last` after a key. */
export function moved(place: number, { by, unit }: Way, last: number, height: number): number {
  if (unit === 'ends') return by < 0 ? 0 : last;
  const far = unit === 'lines' ? by : Math.trunc(by * Math.max(1, height - 1));
  return Math.max(0, Math.min(last, place + far));
}

/** So many lines together tell a place of a page from others. */
const alike = 3;

/** Where a page stands once its lines are others: what was at the top stays there, as far as it is found again. */
export function stillAt(top: number, before: readonly Span[][], after: readonly Span[][]): number {
  const textAt = (lines: readonly Span[][], at: number) =>
    lines
      .slice(at, at + alike)
      .map(line => line.map(({ text }) => text).join(''))
      .join('\n');
  const was = textAt(before, top);
  if (top === 0 || textAt(after, top) === was) return top;
  const found = after.flatMap((_, at) => (textAt(after, at) === was ? [at] : []));
  found.sort((one, other) => Math.abs(one - top) - Math.abs(other - top));
  return found[0] ?? top;
}

/** What is seen of a long page; the end of it never leaves the bottom. */
export function seen(lines: readonly Span[][], top: number, height: number): Span[][] {
  const from = Math.max(0, Math.min(top, lines.length - height));
  return lines.slice(from, from + height);
}

/** `↓ 12 more lines` for the footer; empty where all is seen. */
export function moreBelow(count: number, top: number, height: number, { marks }: Look): string {
  const from = Math.max(0, Math.min(top, count - height));
  const below = count - from - height;
  if (below > 0) return `${marks.down} ${number(below)} more ${below === 1 ? 'line' : 'lines'}`;
  return from > 0 ? 'end' : '';
}
