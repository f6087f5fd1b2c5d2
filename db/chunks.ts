/** SQLite takes 32,766 parameters a statement; rows here have at most 30 columns. */
const chunkSize = 500;

/** Runs `write` on at most 500 rows at a time, in order. */
export async function inChunks<T>(
  rows: readonly T[],
  write: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += chunkSize) await write(rows.slice(at, at + chunkSize));
}
