import { transition } from './sgr.ts';

// Backspaces over more cells than this are longer than saying the column.
const BACK_AT_MOST = 4;

/** Collects the bytes of one write, knowing where the cursor is and which look is on, so that it says neither twice. */
export class Pen {
  /** What was collected so far. */
  bytes = '';
  /** The look that is on. */
  look = 0;
  /** Where the cursor is, counted from 0; -1 where that is unknown. */
  private x = -1;
  private y = -1;

  /** Adds a sequence as it is; `x` and `y` are where it leaves the cursor, -1 for unknown. */
  raw(sequence: string, x = this.x, y = this.y): void {
    this.bytes += sequence;
    this.x = x;
    this.y = y;
  }

  /** Switches the look on that the next cells have. */
  setLook(look: number): void {
    this.bytes += transition(this.look, look);
    this.look = look;
  }

  /** Moves the cursor to a cell, counted from 0, in the fewest bytes. */
  moveTo(x: number, y: number): void {
    if (x === this.x && y === this.y) return;
    let best = x === 0 ? `\x1b[${y + 1}H` : `\x1b[${y + 1};${x + 1}H`;
    for (const candidate of this.relativeMoves(x, y)) if (candidate.length < best.length) best = candidate;
    this.raw(best, x, y);
  }

  private relativeMoves(x: number, y: number): string[] {
    if (this.y < 0) return [];
    const back = this.x - x;
    const backspaces = back >= 0 && back <= BACK_AT_MOST ? '\b'.repeat(back) : null;
    if (y !== this.y) {
      const moves = backspaces === null ? [] : [step(y - this.y, 'B', 'A') + backspaces];
      return x === 0 && y === this.y + 1 ? [...moves, '\r\n'] : moves;
    }
    const moves = [x === 0 ? '\r' : `\x1b[${x + 1}G`];
    if (backspaces !== null) moves.push(backspaces);
    if (this.x >= 0 && x > this.x) moves.push(step(x - this.x, 'C', 'D'));
    return moves;
  }

  /** How many bytes `moveTo` would take. */
  costTo(x: number, y: number): number {
    if (y === this.y) {
      if (x === this.x) return 0;
      if (x === 0) return 1;
      const column = 3 + digits(x + 1);
      if (this.x < 0) return column;
      if (x > this.x) return Math.min(column, stepCost(x - this.x));
      return this.x - x <= BACK_AT_MOST ? Math.min(column, this.x - x) : column;
    }
    const place = x === 0 ? 3 + digits(y + 1) : 4 + digits(y + 1) + digits(x + 1);
    if (this.y < 0) return place;
    if (x === 0 && y === this.y + 1) return 2;
    const back = this.x - x;
    return back >= 0 && back <= BACK_AT_MOST ? Math.min(place, stepCost(Math.abs(y - this.y)) + back) : place;
  }

  /** Draws a grapheme of `width` cells at the cursor of a screen that is `columns` wide. */
  draw(grapheme: string, width: number, columns: number): void {
    this.bytes += grapheme;
    this.x += width;
    // In the last column terminals differ in where the cursor is.
    if (this.x >= columns) this.x = -1;
  }
}

function step(by: number, forth: string, back: string): string {
  const count = Math.abs(by);
  return `\x1b[${count === 1 ? '' : count}${by > 0 ? forth : back}`;
}

function stepCost(count: number): number {
  return count === 1 ? 3 : 3 + digits(count);
}

function digits(count: number): number {
  return count < 10 ? 1 : count < 100 ? 2 : 3;
}
