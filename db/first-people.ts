import { sql } from 'kysely';
import type { Db } from './dialect.ts';

/** Whether nobody was imported yet. */
export async function hasNobody(db: Db): Promise<boolean> {
  return (await db.selectFrom('people').select('person_id').limit(1).execute()).length === 0;
}

/**
 * Runs `fill`, which adds the first people there are, without the indexes of people, and makes these afterward: sorting a
 * million once takes a tenth of putting one after the other where it belongs. To be run in one transaction, so that
 * nobody sees people without them.
 */
export async function withIndexesAfter<T>(trx: Db, fill: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'index' and tbl_name = 'people' and sql is not null`.execute(
    trx,
  );
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(trx);
  const result = await fill();
  for (const index of rows) await sql.raw(index.sql).execute(trx);
  return result;
}
