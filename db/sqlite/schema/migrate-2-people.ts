import { sql } from 'kysely';
import type { Db } from '../dialect.ts';

/**
 * The ids by which directories know people, whatever their address is (domain rule 10). `kind` is `guid`, or the
 * folded name of the column that it came in: ids of different kinds say nothing of each other, and somebody may have several.
 */
export async function addDirectoryIds(db: Db): Promise<void> {
  await sql`create table directory_ids (
    kind text not null,
    directory_id text not null,
    person_id integer not null references people,
    primary key (kind, directory_id)
  ) strict, without rowid`.execute(db);
  await sql`create index directory_ids_of_person on directory_ids (person_id)`.execute(db);
}
