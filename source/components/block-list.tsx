import { type Block, Blocks } from './blocks.tsx';

/** Blocks below each other, each worked out only when it is asked for: of thousands few are seen. */
export interface BlockList {
  count: number;
  /** From 0 to `count` - 1. */
  block(index: number): Block;
}

/** The first line that is seen: in which block, and how many lines of that are above it. */
export interface ScrollPosition {
  block: number;
  line: number;
}

export const atStart: ScrollPosition = { block: 0, line: 0 };

export function blockList<Item>(
  items: readonly Item[],
  block: (item: Item, index: number) => Block,
): BlockList {
  return { count: items.length, block: index => block(items[index]!, index) };
}

/** Lists below each other. */
export function joined(...lists: BlockList[]): BlockList {
  return lists.reduce((first, second) => ({
    count: first.count + second.count,
    block: index => (index < first.count ? first.block(index) : second.block(index - first.count)),
  }));
}

/** Where one is after `lines` lines down, or up. Of `height` lines that are seen the last is never below the end. */
export function movedBy(
  list: BlockList,
  from: ScrollPosition,
  lines: number,
  height: number,
): ScrollPosition {
  let { block, line } = within(list, from, height);
  line += lines;
  while (line < 0 && block > 0) line += list.block(--block).height;
  while (block < list.count - 1 && line >= list.block(block).height) line -= list.block(block++).height;
  return within(list, { block, line: Math.max(0, line) }, height);
}

/** Where the end is seen; the start if all is. */
export function atEnd(list: BlockList, height: number): ScrollPosition {
  let block = list.count;
  let left = height;
  while (block > 0 && left > 0) left -= list.block(--block).height;
  return { block, line: Math.max(0, -left) };
}

function within(list: BlockList, position: ScrollPosition, height: number): ScrollPosition {
  const end = atEnd(list, height);
  const isBeyond = position.block > end.block || (position.block === end.block && position.line > end.line);
  return isBeyond ? end : position;
}

/** How many lines there are from a position on, counted no further than `most`. */
export function linesFrom(list: BlockList, { block, line }: ScrollPosition, most: number): number {
  let lines = -line;
  for (let index = block; index < list.count && lines < most; index++) lines += list.block(index).height;
  return Math.min(lines, most);
}

/** Where the block with this key begins; undefined where there is none. */
export function positionOf(list: BlockList, key: Block['key']): ScrollPosition | undefined {
  for (let block = 0; block < list.count; block++) {
    if (list.block(block).key === key) return { block, line: 0 };
  }
  return undefined;
}

/** Where a list stands once its blocks are others: what was at the top stays there, if it is still in the list. */
export function stillAt(top: ScrollPosition, before: BlockList, after: BlockList): ScrollPosition {
  if (top.block >= before.count) return top;
  const found = positionOf(after, before.block(top.block).key);
  return found ? { ...found, line: top.line } : top;
}

/** What is seen in `height` lines: from which line on, and the number of the block behind the last that is seen. */
export function seenIn(list: BlockList, top: ScrollPosition, height: number) {
  const from = within(list, top, height);
  let end = from.block;
  for (let lines = -from.line; end < list.count && lines < height; end++) lines += list.block(end).height;
  return { from, end };
}

/** Of a list what is seen in `height` lines. */
export function BlocksFrom({ list, top, height }: { list: BlockList; top: ScrollPosition; height: number }) {
  const { from, end } = seenIn(list, top, height);
  const blocks = Array.from({ length: end - from.block }, (_, index) => list.block(from.block + index));
  return <Blocks blocks={blocks} top={from.line} height={height} />;
}
