/** Cells that a spreadsheet would run as a formula, or that would lose their own `'` when they are read again. */
const risky = /^'*[=+\-@＝＋－＠\t\r\n]/;
const guarded = /^'+[=+\-@＝＋－＠\t\r\n]/;

/**
 * Makes a cell safe to open in a spreadsheet: one that begins with = + - @, also full-width, a tab or a line break
 * gets a `'` in front. So does one that begins so behind `'`s of its own, so that `unguard` gives back every cell exactly.
 * Source: OWASP, CSV injection.
 */
export function guard(cell: string): string {
  return risky.test(cell) ? `'${cell}` : cell;
}

/** The inverse of `guard`. A `'` before anything else is part of the cell ('t Hooft). */
export function unguard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
