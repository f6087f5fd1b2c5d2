import { sql } from 'kysely';
import type { Db } from './dialect.ts';

type Kind = 'index' | 'trigger';

/**
 * Drops the indexes and triggers of these kinds, of one table or of all, and gives the SQL that makes each of them again.
 * Those that belong to a table's own definition stay.
 */
export async function takenOut(db: Db, kinds: readonly Kind[], table?: string): Promise<string[]> {
  const { rows } = await sql<{ type: Kind; name: string; table: string; sql: string }>`
    select type, name, tbl_name as "table", sql from sqlite_schema where sql is not null`.execute(db);
  const dropped = rows.filter(
    row => kinds.includes(row.type) && (table === undefined || row.table === table),
  );
  for (const { type, name } of dropped) await sql`drop ${sql.raw(type)} ${sql.ref(name)}`.execute(db);
  return dropped.map(row => row.sql);
}
