import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from './dialect.ts';

/** Holds the one index that has to be kept sorted: that of a million unique e-mails. */
const cacheKilobytes = 65_536;

/**
 * Runs `fill` on a database that nobody sees yet with what makes bulk loading slow switched off: nothing waits for
 * the disk, and the indexes – kept sorted row by row they would cost most of the time – are built afterward. Should
 * the machine fail meanwhile, only a draft is lost. To be followed by another write: closing the database brings all
 * of it to the disk only if there is something left to bring.
 */
export async function filledFast<T>(
  db: Db,
  fill: () => Promise<T>,
  onIndex: (built: number, total: number) => void,
): Promise<T> {
  await sql`pragma synchronous = off`.execute(db);
  await sql`pragma cache_size = ${sql.lit(-cacheKilobytes)}`.execute(db);
  const { rows: indexes } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'index' and sql is not null
  `.execute(db);
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(db);
  const result = await fill();
  for (const [number, index] of indexes.entries()) {
    await sql.raw(index.sql).execute(db);
    onIndex(number + 1, indexes.length);
    await setImmediate();
  }
  await sql`pragma synchronous = full`.execute(db);
  return result;
}
