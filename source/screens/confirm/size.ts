import type { Size } from '../../app/state.ts';
import { atStart, linesFrom, movedBy, type ScrollPosition } from '../../components/block-list.tsx';
import { linesIn } from '../../components/blocks.tsx';
import { dialogFrame, dialogWidth } from '../../components/dialog.tsx';
import { confirmFacts } from './facts.ts';
import { confirmKeysHeight } from './keys.tsx';
import { confirmList } from './list.tsx';
import type { ConfirmLayer } from './state.ts';

/** Frame above and below, and the hint line, which stays in view; so do header and counts where there is room. */
const linesAround = { least: 3, usual: 6, usualFrom: 24 };

/** Cells of the dialog with its frame, cells inside it, and the most lines it has there. */
export function confirmSize({ columns, rows }: Size) {
  const width = dialogWidth(84, columns);
  const around = rows < linesAround.usualFrom ? linesAround.least : linesAround.usual;
  return { width, inner: width - dialogFrame, lines: rows - around };
}

/** Blank lines above the list, above what it means, and above the keys. */
const gaps = 3;

function leastList({ rows }: Size): number {
  return rows < linesAround.usualFrom ? 2 : 5;
}

/** The most lines of the list; somebody of many is always there with how many more. */
export function listHeight(layer: ConfirmLayer, size: Size): number {
  const { inner, lines } = confirmSize(size);
  return Math.max(
    leastList(size),
    lines - gaps - linesIn(confirmFacts(layer, inner)) - confirmKeysHeight(layer),
  );
}

/** Where the list is scrolled to after so many lines more: no further than there is something to see. */
export function scrolledTop(layer: ConfirmLayer, size: Size, by: number): ScrollPosition {
  const list = confirmList(layer, confirmSize(size).inner);
  const height = listHeight(layer, size);
  if (linesFrom(list, atStart, height + 1) <= height) return atStart;
  // The last line of the list says how many more there are.
  return movedBy(list, layer.top, by, height - 1);
}
