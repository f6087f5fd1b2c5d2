import {
  atEnd,
  atStart,
  type BlockList,
  linesFrom,
  movedBy,
  type ScrollPosition,
} from '../components/block-list.tsx';
import { number } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';
import type { Way } from './scroll.ts';

/** Where a list of blocks stands after a key; `height` of its lines are seen at once. */
export function scrolledBlocks(
  list: BlockList,
  top: ScrollPosition,
  { by, unit }: Way,
  height: number,
): ScrollPosition {
  if (unit === 'ends') return by < 0 ? atStart : atEnd(list, height);
  const lines = unit === 'lines' ? by : Math.trunc(by * Math.max(1, height - 1));
  return movedBy(list, top, lines, height);
}

/** More lines than this are not counted: each key would have to work out thousands of users. */
const countedAtMost = 1_000;

/** `↓ 12 more lines` for the footer; empty where all is seen. */
export function moreBlocksBelow(list: BlockList, top: ScrollPosition, height: number): string {
  const below = linesFrom(list, top, height + countedAtMost + 1) - height;
  if (below > countedAtMost) return `${marks.down} over ${number(countedAtMost)} more lines`;
  if (below > 0) return `${marks.down} ${number(below)} more ${below === 1 ? 'line' : 'lines'}`;
  return top.block > 0 || top.line > 0 ? 'end' : '';
}
