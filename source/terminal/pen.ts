import { hasDoubtfulWidth } from './doubt.ts';
import { transition } from './sgr.ts';

/** Collects the bytes of one write, knowing where the cursor is and which look is on, so that it says neither twice. */
export class Pen {
  private out = '';
  private x = -1;
  private y = -1;
  private look = 0;

  /** What was collected so far. */
  get bytes(): string {
    return this.out;
  }

  /** Adds a sequence as it is; `x` and `y` are where it leaves the cursor, -1 for unknown. */
  raw(sequence: string, x = this.x, y = this.y): void {
    this.out += sequence;
    this.x = x;
    this.y = y;
  }

  /** Switches the look on that the next cells have. */
  setLook(look: number): void {
    this.out += transition(this.look, look);
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
    if (x === 0 && y === this.y + 1) return ['\r\n'];
    if (y !== this.y) return [];
    if (x === 0) return ['\r'];
    const moves = [`\x1b[${x + 1}G`];
    if (this.x >= 0 && x > this.x) moves.push(x - this.x === 1 ? '\x1b[C' : `\x1b[${x - this.x}C`);
    if (this.x > x) moves.push(x - this.x === -1 ? '\b' : `\x1b[${this.x - x}D`);
    return moves;
  }

  /** Draws a grapheme of `width` cells at the cursor of a screen that is `columns` wide. */
  draw(grapheme: string, width: number, columns: number): void {
    const doubtful = hasDoubtfulWidth(grapheme);
    // Where the terminal believes it to be narrower than we do, what stood in its last cell would stay.
    if (doubtful && width > 1) this.out += `\x1b[${width}X`;
    this.out += grapheme;
    this.x += width;
    // In the last column terminals differ in where the cursor is.
    if (doubtful || this.x >= columns) this.x = -1;
  }
}
