import { blankRow, distance, type Row } from './cells.ts';
import type { Pen } from './pen.ts';

/** Rows `top` to `bottom`, both included, move up by `by` lines (down where negative); lines that come in are blank. */
export interface Shift {
  top: number;
  bottom: number;
  by: number;
}

// A shift costs about 20 bytes; and a changed cell a little more than one.
const COST = 16;
const CANDIDATES = 3;

/** The one shift of rows that saves most on the way from `shown` to `wanted`, if any does. */
export function findShift(shown: readonly Row[], wanted: readonly Row[]): Shift | undefined {
  const before = shown.map((row, y) => distance(row, wanted[y]!));
  let best: Shift | undefined;
  let bestGain = COST;
  for (const by of likelyShifts(shown, wanted, before)) {
    const shift = region(shown, wanted, before, by);
    if (!shift) continue;
    const gain = gainOf(shift, shown, wanted, before);
    if (gain > bestGain) {
      best = shift;
      bestGain = gain;
    }
  }
  return best;
}

function likelyShifts(shown: readonly Row[], wanted: readonly Row[], before: readonly number[]): number[] {
  const places = new Map<Row, number[]>();
  for (const [y, row] of shown.entries()) {
    if (row.length === 0) continue;
    const list = places.get(row);
    if (list) list.push(y);
    else places.set(row, [y]);
  }
  const votes = new Map<number, number>();
  for (const [y, row] of wanted.entries()) {
    if (before[y] === 0) continue;
    for (const place of places.get(row)?.slice(0, CANDIDATES) ?? []) {
      votes.set(place - y, (votes.get(place - y) ?? 0) + 1);
    }
  }
  votes.delete(0);
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .map(([by]) => by);
}

/** The stretch of rows for which taking the row `by` lines away saves most. */
function region(
  shown: readonly Row[],
  wanted: readonly Row[],
  before: readonly number[],
  by: number,
): Shift | undefined {
  let bestSum = 0;
  let best: Shift | undefined;
  let sum = 0;
  let start = 0;
  for (let y = Math.max(0, -by); y < Math.min(wanted.length, wanted.length - by); y++) {
    if (sum <= 0) {
      sum = 0;
      start = y;
    }
    sum += before[y]! - distance(shown[y + by]!, wanted[y]!);
    if (sum > bestSum) {
      bestSum = sum;
      best = { top: Math.min(start, start + by), bottom: Math.max(y, y + by), by };
    }
  }
  return best;
}

function gainOf(
  shift: Shift,
  shown: readonly Row[],
  wanted: readonly Row[],
  before: readonly number[],
): number {
  const after = shifted(shown, shift);
  let gain = 0;
  for (let y = shift.top; y <= shift.bottom; y++) gain += before[y]! - distance(after[y]!, wanted[y]!);
  return gain;
}

/** What is on screen after `shift`. */
export function shifted(rows: readonly Row[], { top, bottom, by }: Shift): Row[] {
  const blank = blankRow(rows[0]!.text.length);
  return rows.map((row, y) => {
    if (y < top || y > bottom) return row;
    const from = y + by;
    return from < top || from > bottom ? blank : rows[from]!;
  });
}

/** Writes the shift: deleting and inserting lines within margins is what every terminal can do. */
export function drawShift(pen: Pen, { top, bottom, by }: Shift, rows: number): void {
  pen.setLook(0);
  const whole = top === 0 && bottom === rows - 1;
  // Setting margins moves the cursor home, and resetting them does again.
  if (!whole) pen.raw(`\x1b[${top + 1};${bottom + 1}r`, 0, 0);
  pen.moveTo(0, top);
  const lines = Math.abs(by);
  pen.raw(`\x1b[${lines === 1 ? '' : lines}${by > 0 ? 'M' : 'L'}`);
  if (!whole) pen.raw('\x1b[r', 0, 0);
}
