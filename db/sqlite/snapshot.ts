import { sql } from 'kysely';
import type { Db } from './dialect.ts';

/**
 * Runs `look` on one state of the database, however many queries it asks and whoever commits meanwhile.
 * For reading connections: it takes no lock.
 */
export async function snapshot<T>(db: Db, look: (db: Db) => Promise<T>): Promise<T> {
  return await db.connection().execute(async connection => {
    await sql`begin`.execute(connection);
    try {
      return await look(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}
