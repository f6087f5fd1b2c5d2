import { blankRow, type Row } from './cells.ts';
import { runAt } from './doubt.ts';
import { spaceStyle } from './sgr.ts';

/** Cells of one row that are drawn, or erased, in one go. */
export interface Segment {
  y: number;
  /** From this cell on, up to the one before `end`. */
  x: number;
  end: number;
  /** The style of its text; where it is all spaces, what shows of their style. */
  style: number;
  kind: 'text' | 'spaces' | 'doubtful' | 'erase';
  /** The segment that has to be drawn before this one, if any. */
  after: Segment | null;
}

// Erasing a run of blank cells and moving over it takes about this many bytes.
const ERASE_FROM = 9;
// Erasing to the end of the line takes this many, and moving over a gap at least as many.
const ERASE_REST = 3;
// What a segment takes besides its cells, about: a move, now and then a style.
const SEGMENT = 6;

/** What has to be drawn in row `y` for `shown` to become `wanted`, from left to right. */
export function segmentsOf(y: number, shown: Row, wanted: Row): Segment[] {
  const columns = wanted.text.length;
  const dirty = dirtyCells(shown, wanted);
  // Not the first cell that differs: it may be in the middle of a doubtful run, and all of that is drawn.
  const start = dirty.indexOf(1);
  if (start === -1) return [];
  const inPlace = split(y, start, wanted, dirty);
  if (!clearsGaps(shown, wanted, start)) return inPlace;
  // Over a line that was erased first the blanks between its words need not be drawn.
  const erasing: Segment = { y, x: start, end: columns, style: 0, kind: 'erase', after: null };
  const erased = split(y, start, wanted, dirtyCells(blankRow(columns), wanted));
  for (const segment of erased) segment.after ??= erasing;
  return SEGMENT + ERASE_REST + cost(erased) < cost(inPlace) ? [erasing, ...erased] : inPlace;
}

function cost(segments: readonly Segment[]): number {
  return segments.reduce(
    (sum, { x, end, kind }) => sum + SEGMENT + (kind === 'erase' ? ERASE_REST : end - x),
    0,
  );
}

function split(y: number, start: number, wanted: Row, dirty: Uint8Array): Segment[] {
  const columns = wanted.text.length;
  const blankFrom = blankTail(wanted);
  const list: Segment[] = [];
  // Glyphs of doubtful width may run over the cells behind them, so those are drawn later.
  let doubtful: Segment | null = null;
  for (let x = start; x < columns; ) {
    if (!dirty[x]) {
      x++;
      continue;
    }
    const blanks = dirtyBlanks(wanted, x, dirty);
    const toTheEnd = x >= blankFrom && blanks > ERASE_REST;
    const run = runAt(wanted.doubtful, x);
    let found: Segment;
    if (run) {
      found = { y, x, end: run.end, style: wanted.styles[x]!, kind: 'doubtful', after: doubtful };
      list.push(found);
    } else if (toTheEnd || blanks >= ERASE_FROM) {
      found = { y, x, end: toTheEnd ? columns : x + blanks, style: 0, kind: 'erase', after: doubtful };
      list.push(found);
    } else found = addText(list, y, x, wanted, dirty, doubtful);
    x = found.end;
    if (run) doubtful = found;
  }
  return list;
}

/**
 * Adds the text in one style from `from` on, up to its last cell that is to be drawn, and gives its segment. A few letters
 * in another style, such as what a search found, are drawn with it rather than moved over, and then once more by segments of
 * their own.
 */
function addText(
  list: Segment[],
  y: number,
  from: number,
  row: Row,
  dirty: Uint8Array,
  after: Segment | null,
): Segment {
  const spaces = spaceStyle(row.styles[from]!);
  const segment: Segment = { y, x: from, end: from, style: spaces, kind: 'spaces', after };
  list.push(segment);
  const accents = list.length;
  let x = from;
  while (x < row.text.length && x - segment.end < ERASE_REST) {
    if (runAt(row.doubtful, x)) break;
    const isSpace = row.text[x] === ' ';
    const own = row.styles[x]!;
    if (isSpace || segment.kind === 'spaces' ? spaceStyle(own) === spaces : own === segment.style) {
      if (!isSpace && segment.kind === 'spaces') {
        segment.kind = 'text';
        segment.style = own;
      }
      const next = behind(row, x);
      if (dirty[x]) segment.end = next;
      x = next;
    } else {
      const end = segment.kind === 'spaces' ? null : endOfAccent(row, x, segment.style, dirty);
      if (end === null) break;
      list.push({ y, x, end, style: own, kind: 'text', after: segment });
      x = end;
    }
  }
  // Behind the last cell that is drawn nothing is drawn over.
  while (list.length > accents && list.at(-1)!.x >= segment.end) list.pop();
  return segment;
}

/** Where the text goes on in `style` behind a few letters in another one that are to be drawn anyway; null if not. */
function endOfAccent(row: Row, from: number, style: number, dirty: Uint8Array): number | null {
  let end = from;
  while (row.styles[end] === row.styles[from] && row.text[end] !== ' ' && dirty[end]) {
    if (runAt(row.doubtful, end)) return null;
    end = behind(row, end);
  }
  return end - from <= ERASE_REST && row.styles[end] === style ? end : null;
}

/** The first cell behind the grapheme in cell `x`. */
export function behind(row: Row, x: number): number {
  let end = x + 1;
  while (row.text[end] === '') end++;
  return end;
}

function isBlank(row: Row, x: number): boolean {
  return row.text[x] === ' ' && row.styles[x] === 0;
}

/** The length of the blank run at `from` up to its last cell that is to be drawn. */
function dirtyBlanks(wanted: Row, from: number, dirty: Uint8Array): number {
  let length = 0;
  for (let x = from; x < wanted.text.length && isBlank(wanted, x); x++) if (dirty[x]) length = x + 1 - from;
  return length;
}

/** Whether cells between words, from `start` on, become blank. */
function clearsGaps(shown: Row, wanted: Row, start: number): boolean {
  const end = blankTail(wanted);
  let count = 0;
  for (let x = start; x < end; x++) if (isBlank(wanted, x) && !isBlank(shown, x)) count++;
  return count > ERASE_REST;
}

function blankTail(row: Row): number {
  let x = row.text.length;
  while (x > 0 && isBlank(row, x - 1)) x--;
  return x;
}

/**
 * 1 for each cell that has to be drawn: those that differ; with any cell of a run of doubtful graphemes all of that run,
 * shown or wanted, because nobody knows where in it each is seen; and the cells behind that such a run may be drawn over.
 */
function dirtyCells(shown: Row, wanted: Row): Uint8Array {
  const dirty = new Uint8Array(wanted.text.length);
  for (let x = 0; x < dirty.length; x++) if (differs(shown, wanted, x)) dirty[x] = 1;
  if (shown.doubtful.length + wanted.doubtful.length === 0) return dirty;
  let clean = [...shown.doubtful.map(run => ({ ...run, most: run.end })), ...wanted.doubtful];
  for (;;) {
    const touched = clean.filter(({ start, end }) => dirty.subarray(start, end).includes(1));
    if (touched.length === 0) return dirty;
    for (const { start, most } of touched) dirty.fill(1, start, most);
    // What one run dirties may be part of another.
    clean = clean.filter(run => !touched.includes(run));
  }
}

function differs(shown: Row, wanted: Row, x: number): boolean {
  return shown.text[x] !== wanted.text[x] || shown.styles[x] !== wanted.styles[x];
}
