/** SQLite takes 32,766 parameters a statement; rows here have at most 30 columns. */
const chunkSize = 500;

/** Runs `query` on at most 500 rows at a time, in order; what it gave for each part of them. */
export async function inChunks<T, R>(rows: readonly T[], query: (chunk: T[]) => Promise<R>): Promise<R[]> {
  const given: R[] = [];
  for (let at = 0; at < rows.length; at += chunkSize) given.push(await query(rows.slice(at, at + chunkSize)));
  return given;
}
