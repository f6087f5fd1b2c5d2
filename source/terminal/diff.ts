import type { Row } from './cells.ts';
import type { Pen } from './pen.ts';

// Unchanged cells between two changed ones are drawn again when that is shorter than moving over them.
const BRIDGE_AT_MOST = 4;
// Erasing a run of blank cells and moving over it takes about this many bytes.
const ERASE_FROM = 11;

/** Draws with `pen` what differs in row `y` between what is `shown` and what is `wanted`. */
export function drawRow(pen: Pen, y: number, shown: Row, wanted: Row): void {
  if (shown === wanted) return;
  const columns = wanted.text.length;
  const blankFrom = blankTail(wanted);
  let x = nextChange(shown, wanted, 0);
  while (x < columns) {
    if (x >= blankFrom && columns - x > 2) {
      pen.moveTo(x, y);
      pen.setLook(0);
      pen.raw('\x1b[K');
      return;
    }
    x = drawRun(pen, x, y, shown, wanted, blankFrom);
    x = nextChange(shown, wanted, x);
  }
}

function drawRun(pen: Pen, start: number, y: number, shown: Row, wanted: Row, tail: number): number {
  const columns = wanted.text.length;
  let x = start;
  while (x < columns && (x < tail || columns - x <= 2)) {
    pen.moveTo(x, y);
    const blank = changedBlanks(shown, wanted, x);
    if (blank >= ERASE_FROM) {
      pen.setLook(0);
      pen.raw(`\x1b[${blank}X`);
      x += blank;
    } else {
      pen.setLook(wanted.looks[x]!);
      const width = widthAt(wanted, x);
      pen.draw(wanted.text[x]!, width, columns);
      x += width;
    }
    const next = nextChange(shown, wanted, x);
    if (next > x && !isBridge(wanted, x, next)) return x;
  }
  return x;
}

function isBridge(row: Row, from: number, to: number): boolean {
  if (to >= row.text.length || to - from > BRIDGE_AT_MOST) return false;
  for (let x = from; x < to; x++) {
    const text = row.text[x]!;
    if (row.looks[x] !== row.looks[from - 1] || text.length !== 1 || text > '~') return false;
  }
  return true;
}

function nextChange(shown: Row, wanted: Row, from: number): number {
  const columns = wanted.text.length;
  let x = from;
  while (x < columns && shown.text[x] === wanted.text[x] && shown.looks[x] === wanted.looks[x]) x++;
  return x;
}

function isBlank(row: Row, x: number): boolean {
  return row.text[x] === ' ' && row.looks[x] === 0;
}

/** The length of the blank run at `from` up to its last cell that changed. */
function changedBlanks(shown: Row, wanted: Row, from: number): number {
  let length = 0;
  for (let x = from; x < wanted.text.length && isBlank(wanted, x); x++) {
    if (!isBlank(shown, x)) length = x + 1 - from;
  }
  return length;
}

function blankTail(row: Row): number {
  let x = row.text.length;
  while (x > 0 && isBlank(row, x - 1)) x--;
  return x;
}

function widthAt(row: Row, x: number): number {
  let end = x + 1;
  while (end < row.text.length && row.text[end] === '') end++;
  return end - x;
}
