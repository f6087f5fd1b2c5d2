import { graphemeWidth } from './width.ts';

/**
 * Which graphemes terminals may draw in another width than ours: emoji of several parts, letters that join their marks.
 * After one of these the cursor's place is unknown, and the painter says where it goes on instead of relying on it.
 */

const certain: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  // Armenian, Hebrew, Arabic, Thai letters without those that join, Georgian.
  [0x531, 0x556],
  [0x559, 0x58a],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x671, 0x6d3],
  [0xe01, 0xe30],
  [0xe40, 0xe46],
  [0x10a0, 0x10c5],
  [0x10d0, 0x10ff],
  // Ethiopic, Cherokee, Canadian syllables: nothing in them joins.
  [0x1200, 0x135a],
  [0x13a0, 0x13f5],
  [0x1401, 0x167f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  // Arrows, operators, boxes, blocks, shapes and signs, without those that have an emoji form.
  [0x2190, 0x2193],
  [0x219a, 0x21a8],
  [0x21ab, 0x21ff],
  [0x2200, 0x22ff],
  [0x2500, 0x25a9],
  [0x25ac, 0x25b5],
  [0x25b7, 0x25bf],
  [0x25c1, 0x25fa],
  // An emoji only where a selector says so.
  [0x2610, 0x2612],
  [0x2713, 0x2713],
  [0x2717, 0x2717],
  // Kana, ideographs, Hangul syllables, fullwidth forms.
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a0, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff60],
];

/** Whether a terminal may disagree about the width of `grapheme`. */
export function hasDoubtfulWidth(grapheme: string): boolean {
  const code = grapheme.charCodeAt(0);
  if (grapheme.length > 1) return true;
  // By index, as in all that is done for each cell of a frame: an iterator makes an object for each step.
  for (let index = 0; index < certain.length; index++) {
    const range = certain[index]!;
    if (code < range[0]) return true;
    if (code <= range[1]) return false;
  }
  return true;
}

const letter = /^[\p{Letter}\p{Mark}\p{Format}]$/u;

/** How many cells a terminal may take for `grapheme` at most. */
export function mostCells(grapheme: string): number {
  let most = 0;
  for (const character of grapheme)
    most += letter.test(character) ? Math.max(1, graphemeWidth(character)) : 2;
  return most;
}

/** Neighboring cells of doubtful graphemes. Where in them each is seen is the terminal's affair. */
export interface DoubtfulRun {
  start: number;
  /** The first cell behind them by our measure, and by any. */
  end: number;
  most: number;
}

/** The run that begins at cell `x`. */
export function runAt(runs: readonly DoubtfulRun[], x: number): DoubtfulRun | undefined {
  for (let index = 0; index < runs.length; index++) if (runs[index]!.start === x) return runs[index];
  return undefined;
}

/** The runs in a row of cells, from left to right. */
export function doubtfulRuns(cells: readonly string[]): DoubtfulRun[] {
  const runs: DoubtfulRun[] = [];
  let run: DoubtfulRun | undefined;
  for (let x = 0; x < cells.length; x++) {
    const text = cells[x]!;
    if (text === '') {
      if (run) run.end = x + 1;
    } else if (text <= '~' && text.length === 1) run = undefined;
    else if (!hasDoubtfulWidth(text)) run = undefined;
    else {
      if (!run) {
        run = { start: x, end: x, most: x };
        runs.push(run);
      }
      run.end = x + 1;
      run.most += mostCells(text);
    }
  }
  for (const each of runs) each.most = Math.max(each.most, each.end);
  return runs;
}
