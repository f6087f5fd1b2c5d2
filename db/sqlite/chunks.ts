import { setImmediate } from 'node:timers/promises';

/** SQLite takes 32,766 parameters a statement; rows here have at most 30 columns. */
const chunkSize = 500;

/**
 * Runs `query` on at most 500 rows at a time, in order; what it gave for each part of them. Queries are synchronous, and
 * awaiting them lets nothing else in: keys, the terminal's repaint and the signals that say to leave have their turn in between.
 */
export async function inChunks<T, R>(rows: readonly T[], query: (chunk: T[]) => Promise<R>): Promise<R[]> {
  const given: R[] = [];
  for (let at = 0; at < rows.length; at += chunkSize) {
    if (at > 0) await setImmediate();
    given.push(await query(rows.slice(at, at + chunkSize)));
  }
  return given;
}
