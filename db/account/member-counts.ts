import type { Db } from '../sqlite/dialect.ts';

/** About how many are in a queue or team, as far as the roster knows. */
export async function countMembers(db: Db, of: 'queue' | 'team', id: number): Promise<number> {
  const { count } =
    of === 'queue'
      ? await db
          .selectFrom('queue_listing')
          .select(eb => eb.fn.countAll<number>().as('count'))
          .where('queue_id', '=', id)
          .executeTakeFirstOrThrow()
      : await db
          .selectFrom('users')
          .select(eb => eb.fn.countAll<number>().as('count'))
          .where('team_id', '=', id)
          .executeTakeFirstOrThrow();
  return count;
}
