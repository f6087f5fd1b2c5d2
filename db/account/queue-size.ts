import type { Db } from '../sqlite/dialect.ts';

/** About how many are in a queue, as far as the roster knows. */
export async function membersOfQueue(db: Db, queue_id: number): Promise<number> {
  const { count } = await db
    .selectFrom('queue_listing')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('queue_id', '=', queue_id)
    .executeTakeFirstOrThrow();
  return count;
}
