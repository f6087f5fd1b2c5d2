import type { Size } from './state.ts';

/** The smallest terminal the screen is drawn in. */
export const smallest: Size = { columns: 60, rows: 12 };

/** Header, filters, a blank line, column heads above; a blank line, footer and hints below. */
const linesAround = 7;

export function isTooSmall(size: Size): boolean {
  return size.columns < smallest.columns || size.rows < smallest.rows;
}

/** How many users fit on the screen. */
export function tableHeight(size: Size): number {
  return Math.max(1, size.rows - linesAround);
}
