import { sql } from 'kysely';
import type { Db } from '../sqlite/dialect.ts';
import { takenOut } from '../sqlite/taken-out.ts';

/**
 * Runs `fill`, which adds the first people there are, without the indexes of people, and makes these afterward: sorting a
 * million once takes a tenth of putting one after the other where it belongs. To be run in one transaction, so that
 * nobody sees people without them.
 */
export async function withIndexesAfter<T>(trx: Db, fill: () => Promise<T>): Promise<T> {
  const indexes = await takenOut(trx, ['index'], 'people');
  const result = await fill();
  for (const text of indexes) await sql.raw(text).execute(trx);
  return result;
}
