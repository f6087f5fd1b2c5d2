import type { Block } from '../components/blocks.tsx';
import { number } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';
import type { App } from './state.ts';
import { tableHeight } from './viewport.ts';

/** How far a key goes on a page: by lines, by pages, or to an end. */
export interface Way {
  by: number;
  unit: 'lines' | 'pages' | 'ends';
}

/** How many lines a page has: as many as the roster with its column heads. */
export function pageHeight(app: App): number {
  return tableHeight(app.size) + 1;
}

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

/**
 * Where a page stands once its blocks are others: what was at the top stays there; where that is gone, what came next
 * stays where it was. A block is known by its key.
 */
export function stillAt(top: number, before: readonly Block[], after: readonly Block[]): number {
  if (top === 0) return top;
  const now = new Map(withFirstLines(after).map(({ key, line }) => [key, line]));
  const stays = withFirstLines(before).find(({ key, line, height }) => line + height > top && now.has(key));
  return stays ? Math.max(0, top + now.get(stays.key)! - stays.line) : top;
}

function withFirstLines(blocks: readonly Block[]) {
  let next = 0;
  return blocks.map(({ key, height }) => {
    const line = next;
    next += height;
    return { key, height, line };
  });
}

/** `↓ 12 more lines` for the footer; empty where all is seen. */
export function moreBelow(count: number, top: number, height: number): string {
  const from = Math.max(0, Math.min(top, count - height));
  const below = count - from - height;
  if (below > 0) return `${marks.down} ${number(below)} more ${below === 1 ? 'line' : 'lines'}`;
  return from > 0 ? 'end' : '';
}
