import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { takenOut } from '../taken-out.ts';
import { beginSearch, leaveRoom, searchSteps } from './fill-search.ts';

/** Holds the one index that has to be kept sorted: that of a million unique e-mails. */
const cacheKilobytes = 65_536;

/**
 * Runs `fill` on a database that nobody sees yet with what makes bulk loading slow switched off: nothing waits for
 * the disk, and what is kept in step row by row otherwise – it would cost most of the time – is built afterward: the
 * indexes, and what users are searched and ordered by, from what `fill` left in `draft_search`. Should the machine fail
 * meanwhile, only a draft is lost. To be followed by another write: closing the database brings all of it to the disk
 * only if there is something left to bring.
 */
export async function filledFast<T>(
  db: Db,
  fill: () => Promise<T>,
  onStep: (done: number, total: number) => void,
): Promise<T> {
  await sql`pragma synchronous = off`.execute(db);
  await sql`pragma cache_size = ${sql.lit(-cacheKilobytes)}`.execute(db);
  const triggers = await takenOut(db, ['trigger']);
  const indexes = await takenOut(db, ['index']);
  await beginSearch(db);
  const result = await fill();
  const again = (text: string) => (db: Db) => sql.raw(text).execute(db);
  const steps = [...searchSteps, ...indexes.map(again), leaveRoom, ...triggers.map(again)];
  for (const [number, step] of steps.entries()) {
    await step(db);
    onStep(number + 1, steps.length);
    await setImmediate();
  }
  await sql`pragma synchronous = full`.execute(db);
  return result;
}
