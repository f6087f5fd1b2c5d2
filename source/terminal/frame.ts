/** What the screen is to show. */
export interface Frame {
  /** Text with SGR codes, one line a row from the top. */
  lines: readonly string[];
  /** Lines that lie over the others, from this cell on, counted from 0. */
  panel?: { x: number; y: number; lines: readonly string[] } | null;
}
