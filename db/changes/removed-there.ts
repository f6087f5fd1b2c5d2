import type { Db } from '../sqlite/dialect.ts';

/** Whether users were removed at the account, too, by a change set: there nobody brings them back as they were. */
export async function removedThere(db: Db, change_set_id: number): Promise<boolean> {
  const step = await db
    .selectFrom('push_steps')
    .select('push_step_id')
    .where('change_set_id', '=', change_set_id)
    .where('operation', '=', 'batchDeleteUsers')
    .where('state', '=', 'done')
    .executeTakeFirst();
  return step !== undefined;
}
