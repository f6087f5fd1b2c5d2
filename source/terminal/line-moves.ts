import { blankRow, drawingCost, type Row } from './cells.ts';
import { MARGINS, type Match, matchLines, STEP } from './line-matches.ts';
import type { Pen } from './pen.ts';

/** So many lines taken out of, or put in before, row `y`. */
interface Step {
  y: number;
  count: number;
}

/** How rows get to their places, between the rows `top` and `bottom`, both included. */
export interface LineMoves {
  top: number;
  bottom: number;
  /** First these, from the lowest up; blank lines come in at `bottom`. */
  deletes: Step[];
  /** Then these, from the uppermost down; lines leave at `bottom`. */
  inserts: Step[];
}

// Where fewer rows changed, as when the cursor moved, none of them moved.
const FEWEST = 4;

/** The moves of lines that save most on the way from `shown` to `wanted`; undefined if none do. */
export function findLineMoves(shown: readonly Row[], wanted: readonly Row[]): LineMoves | undefined {
  const changed = [...wanted.keys()].filter(y => shown[y] !== wanted[y]);
  const [first, last] = [changed[0] ?? 0, changed.at(-1) ?? 0];
  const matches = changed.length < FEWEST ? [] : matchLines(shown, wanted, first, last);
  const moved = matches.filter(({ from, to }) => from !== to);
  const [start, end] = [moved[0], moved.at(-1)];
  if (!start || !end) return undefined;
  // Up to the rows around that stay, or no further than has to be: a row there may do better where it is.
  const tops = [
    (matches.findLast(({ to }) => to < start.to)?.to ?? first - 1) + 1,
    Math.min(start.from, start.to),
  ];
  const bottoms = [(matches.find(({ to }) => to > end.to)?.to ?? last + 1) - 1, Math.max(end.from, end.to)];
  let best: LineMoves | undefined;
  let most = 0;
  for (const top of tops) {
    for (const bottom of bottoms) {
      const moves = { top, bottom, ...steps(moved, top) };
      const saved = gain(shown, wanted, moves);
      if (saved > most) [best, most] = [moves, saved];
    }
  }
  return best;
}

/** How many bytes less it takes with the moves. */
function gain(shown: readonly Row[], wanted: readonly Row[], moves: LineMoves): number {
  const after = movedRows(shown, moves);
  const { top, bottom, deletes, inserts } = moves;
  let saved = -MARGINS - STEP * (deletes.length + inserts.length);
  for (let y = top; y <= bottom; y++) {
    saved += drawingCost(shown[y]!, wanted[y]!) - drawingCost(after[y]!, wanted[y]!);
  }
  return saved;
}

function steps(matches: readonly Match[], top: number): Pick<LineMoves, 'deletes' | 'inserts'> {
  const deletes: Step[] = [];
  const inserts: Step[] = [];
  let before: Match = { from: top - 1, to: top - 1 };
  for (const match of matches) {
    const surplus = match.from - before.from - (match.to - before.to);
    if (surplus > 0) deletes.unshift({ y: before.from + 1, count: surplus });
    if (surplus < 0) inserts.push({ y: before.to + 1, count: -surplus });
    before = match;
  }
  return { deletes, inserts };
}

/** What is on screen after the moves. */
export function movedRows(rows: readonly Row[], { top, bottom, deletes, inserts }: LineMoves): Row[] {
  const blanks = (count: number) => new Array<Row>(count).fill(blankRow(rows[0]!.text.length));
  const area = rows.slice(top, bottom + 1);
  for (const { y, count } of deletes) {
    area.splice(y - top, count);
    area.push(...blanks(count));
  }
  for (const { y, count } of inserts) {
    area.splice(y - top, 0, ...blanks(count));
    area.length -= count;
  }
  return [...rows.slice(0, top), ...area, ...rows.slice(bottom + 1)];
}

/** Writes the moves: deleting and inserting lines within margins is what every terminal can do. */
export function drawLineMoves(pen: Pen, { top, bottom, deletes, inserts }: LineMoves, rows: number): void {
  pen.setStyle(0);
  const whole = bottom === rows - 1;
  // Setting margins moves the cursor home, and resetting them does again.
  if (!whole) pen.raw(`\x1b[${top + 1};${bottom + 1}r`, 0, 0);
  for (const { y, count } of deletes) lines(pen, y, count, 'M');
  for (const { y, count } of inserts) lines(pen, y, count, 'L');
  if (!whole) pen.raw('\x1b[r', 0, 0);
}

function lines(pen: Pen, y: number, count: number, command: 'L' | 'M'): void {
  pen.moveTo(0, y);
  pen.raw(`\x1b[${count === 1 ? '' : count}${command}`);
}
