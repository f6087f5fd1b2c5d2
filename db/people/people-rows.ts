import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import type { PersonRow } from '../tables.ts';

/** These people of the account, licensed or not, in no order. */
export async function peopleRows(db: Db, ids: readonly number[]): Promise<PersonRow[]> {
  return await db.selectFrom('people').selectAll().where('person_id', 'in', idList(ids)).execute();
}
