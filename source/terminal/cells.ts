import { type DoubtfulRun, doubtfulRuns } from './doubt.ts';
import { applySgr, spaceStyle } from './sgr.ts';
import { graphemes, graphemeWidth } from './width.ts';

/** One line of a frame as cells. Read-only once made: rows are shared between frames. */
export interface Row {
  /** The grapheme of each cell; empty where a wide one before it reaches in. */
  text: string[];
  /** The style of each cell, as in sgr.ts; of a space only what shows. */
  styles: number[];
  /** How many cells the line took; those behind are blank. */
  length: number;
  doubtful: readonly DoubtfulRun[];
}

const noRuns: readonly DoubtfulRun[] = [];
let lastBlank: Row = emptyRow(0);

/** A row of `columns` blank cells. */
export function blankRow(columns: number): Row {
  if (lastBlank.text.length !== columns) lastBlank = emptyRow(columns);
  return lastBlank;
}

function emptyRow(columns: number): Row {
  return {
    text: new Array<string>(columns).fill(' '),
    styles: new Array<number>(columns).fill(0),
    length: 0,
    doubtful: noRuns,
  };
}

// SGR is captured; other CSI sequences and OSC strings are recognized in order to be left out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const escapeSequence = /\x1b(?:\[([\d;]*)m|\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ascii = /^[\x1b\x20-\x7e]*$/;

/**
 * The cells of `line`, text with SGR codes. A line begins in the default style. What reaches past `columns` is cut off, a
 * wide grapheme that would be halved becomes spaces.
 */
export function parseRow(line: string, columns: number): Row {
  const row = emptyRow(columns);
  let style = 0;
  let from = 0;
  escapeSequence.lastIndex = 0;
  for (;;) {
    const match = escapeSequence.exec(line);
    if (match === null || match.index > from) place(row, line.slice(from, match?.index), style);
    if (match === null || row.length >= columns) break;
    if (match[1] !== undefined) style = applySgr(style, match[1]);
    from = match.index + match[0].length;
  }
  if (!ascii.test(line)) row.doubtful = doubtfulRuns(row.text);
  return row;
}

/** Adds `text` to the end of `row`. */
function place(row: Row, text: string, style: number): void {
  const columns = row.text.length;
  const blank = spaceStyle(style);
  if (ascii.test(text)) {
    const end = Math.min(columns, row.length + text.length);
    for (let index = 0, x = row.length; x < end; index++, x++) {
      const letter = text[index]!;
      row.text[x] = letter;
      row.styles[x] = letter === ' ' ? blank : style;
    }
    row.length = end;
    return;
  }
  const all = graphemes(text);
  for (let index = 0; index < all.length; index++) {
    const grapheme = all[index]!;
    const x = row.length;
    if (x >= columns) return;
    const width = graphemeWidth(grapheme);
    if (width === 0) join(row, grapheme);
    const drawn = x + width > columns ? ' ' : grapheme;
    for (let cell = x; cell < x + width && cell < columns; cell++) {
      row.text[cell] = drawn === ' ' || cell === x ? drawn : '';
      row.styles[cell] = drawn === ' ' ? blank : style;
    }
    row.length = Math.min(columns, x + width);
  }
}

const marks = /^\p{Mark}+$/u;

/** A mark that its letter was parted from by a change of style goes where the letter is; what else has no width goes. */
function join(row: Row, mark: string): void {
  if (!marks.test(mark)) return;
  const width = row.length > 1 && row.text[row.length - 1] === '' ? 2 : 1;
  const x = row.length - width;
  const joined = (row.text[x] ?? '') + mark;
  if (x >= 0 && row.text[x] !== ' ' && graphemeWidth(joined) === width) row.text[x] = joined;
}

// Getting to where the next change is takes about this many bytes, unless it is this near.
const MOVE = 5;
const NEAR = 3;

/** About how many bytes it takes to draw `b` over `a`, a row of the same length; not counted on beyond `most`. */
export function drawingCost(a: Row, b: Row, most = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  let cost = 0;
  let last = -1 - NEAR;
  for (let x = 0; x < b.text.length && cost <= most; x++) {
    if (a.text[x] === b.text[x] && a.styles[x] === b.styles[x]) continue;
    cost += x - last > NEAR ? MOVE + 1 : x - last;
    last = x;
  }
  return cost;
}
