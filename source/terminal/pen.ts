import { transition } from './sgr.ts';

// Backspaces over more cells than this are longer than saying the column.
const BACK_AT_MOST = 4;
/** More bytes than any way takes; a small number, because infinity is an object to the engine. */
export const UNREACHABLE = 100_000;

/** Collects the bytes of one write, knowing where the cursor is and which style is on, so that it says neither twice. */
export class Pen {
  /** What was collected so far. */
  bytes = '';
  /** The style that is on. */
  style = 0;
  /** Where the cursor is, counted from 0; -1 where that is unknown. */
  private x = -1;
  private y = -1;

  /** Adds a sequence as it is; `x` and `y` are where it leaves the cursor, -1 for unknown. */
  raw(sequence: string, x = this.x, y = this.y): void {
    this.bytes += sequence;
    this.x = x;
    this.y = y;
  }

  /** Switches the style on that the next cells have. */
  setStyle(style: number): void {
    this.bytes += transition(this.style, style);
    this.style = style;
  }

  /** Moves the cursor to a cell, counted from 0, in the fewest bytes. */
  moveTo(x: number, y: number): void {
    if (x === this.x && y === this.y) return;
    const stepping = this.steppingCost(x, y);
    const bytes =
      stepping > placeCost(x, y) ? place(x, y) : steps(y - this.y) + (x === this.x ? '' : this.along(x));
    this.raw(bytes, x, y);
  }

  /** How many bytes `moveTo` would take. */
  costTo(x: number, y: number): number {
    return Math.min(this.steppingCost(x, y), placeCost(x, y));
  }

  /** Up or down first, and then along the row. */
  private steppingCost(x: number, y: number): number {
    if (this.y < 0) return UNREACHABLE;
    return stepsCost(y - this.y) + (x === this.x ? 0 : this.alongCost(x));
  }

  private alongCost(x: number): number {
    if (x === 0) return 1;
    const column = 3 + digits(x + 1);
    if (this.x < 0) return column;
    const by = x - this.x;
    return by < 0 && -by <= BACK_AT_MOST ? Math.min(-by, column) : Math.min(column, byCost(Math.abs(by)));
  }

  private along(x: number): string {
    if (x === 0) return '\r';
    const by = x - this.x;
    const cost = this.alongCost(x);
    if (this.x >= 0 && -by === cost) return '\b'.repeat(cost);
    if (this.x < 0 || cost < byCost(Math.abs(by))) return `\x1b[${x + 1}G`;
    return `\x1b[${Math.abs(by) === 1 ? '' : Math.abs(by)}${by > 0 ? 'C' : 'D'}`;
  }

  /** Draws a grapheme of `width` cells at the cursor of a screen that is `columns` wide. */
  draw(grapheme: string, width: number, columns: number): void {
    this.bytes += grapheme;
    this.x += width;
    // In the last column terminals differ in where the cursor is.
    if (this.x >= columns) this.x = -1;
  }
}

function place(x: number, y: number): string {
  return x === 0 ? `\x1b[${y + 1}H` : `\x1b[${y + 1};${x + 1}H`;
}

function placeCost(x: number, y: number): number {
  return x === 0 ? 3 + digits(y + 1) : 4 + digits(y + 1) + digits(x + 1);
}

/** Up or down in a column. Every terminal takes VT for a line feed; unlike that one, no line discipline adds a return. */
function steps(by: number): string {
  if (by === 0) return '';
  if (by > 0) return stepsCost(by) === by ? '\v'.repeat(by) : `\x1b[${by}B`;
  return by === -1 ? '\x1bM' : `\x1b[${-by}A`;
}

function stepsCost(by: number): number {
  if (by >= 0) return Math.min(by, byCost(by));
  return by === -1 ? 2 : byCost(-by);
}

function byCost(count: number): number {
  return count === 1 ? 3 : 3 + digits(count);
}

function digits(count: number): number {
  return count < 10 ? 1 : count < 100 ? 2 : 3;
}
