import { applySgr, marksSpaces } from './sgr.ts';
import { graphemes, graphemeWidth } from './width.ts';

/** One line of a frame as cells. Read-only once made: rows are shared between frames. */
export interface Row {
  /** The line it was made from; equal lines have equal cells. */
  line: string;
  /** The grapheme of each cell; empty where a wide one before it reaches in. */
  text: string[];
  /** The look of each cell, as in sgr.ts. */
  looks: number[];
}

/** A row of `columns` blank cells. */
export function blankRow(columns: number): Row {
  return { line: '', text: new Array<string>(columns).fill(' '), looks: new Array<number>(columns).fill(0) };
}

// SGR is captured; other CSI sequences and OSC strings are recognized in order to be left out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const escapeSequence = /\x1b(?:\[([\d;]*)m|\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?/g;
const ascii = /^[\x20-\x7e]*$/;

/**
 * The cells of `line`, text with SGR codes. A line begins in the default look. What reaches past `columns` is cut off, a
 * wide grapheme that would be halved becomes spaces.
 */
export function parseRow(line: string, columns: number): Row {
  const row = blankRow(columns);
  row.line = line;
  let x = 0;
  let look = 0;
  let from = 0;
  escapeSequence.lastIndex = 0;
  for (;;) {
    const match = escapeSequence.exec(line);
    if (match === null || match.index > from) {
      x = place(row, x, line.slice(from, match?.index), look);
    }
    if (match === null || x >= columns) return row;
    if (match[1] !== undefined) look = applySgr(look, match[1]);
    from = match.index + match[0].length;
  }
}

function place(row: Row, start: number, text: string, look: number): number {
  const columns = row.text.length;
  // A space that shows nothing of its look is a blank cell: bold or colored spaces need no repainting.
  const spaceLook = marksSpaces(look) ? look : 0;
  let x = start;
  const plain = ascii.test(text);
  for (const grapheme of plain ? text : graphemes(text)) {
    if (x >= columns) break;
    const width = plain ? 1 : graphemeWidth(grapheme);
    // Ink gives a grapheme without width a cell of its own, and so the rest of the line stays where it was laid out.
    const drawn = width === 0 || x + width > columns || isControl(grapheme) ? ' ' : grapheme;
    row.text[x] = drawn;
    row.looks[x] = drawn === ' ' ? spaceLook : look;
    for (let rest = 1; rest < width && x + rest < columns; rest++) {
      row.text[x + rest] = drawn === ' ' ? ' ' : '';
      row.looks[x + rest] = row.looks[x]!;
    }
    x += Math.max(1, width);
  }
  return x;
}

function isControl(grapheme: string): boolean {
  const code = grapheme.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

/** How many cells differ between two rows of the same length. */
export function distance(a: Row, b: Row): number {
  if (a === b || a.line === b.line) return 0;
  let count = 0;
  for (let x = 0; x < b.text.length; x++) {
    if (a.text[x] !== b.text[x] || a.looks[x] !== b.looks[x]) count++;
  }
  return count;
}
