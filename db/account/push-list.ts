import type { PushState } from '../../source/roster/push/push-state.ts';
import type { Db } from '../sqlite/dialect.ts';

/** A change set that is for the account too, with how far it is. */
export interface ListedPush {
  id: number;
  at: string;
  operator_name: string;
  summary: string;
  state: PushState;
  /** When that came to be, ISO 8601 UTC. */
  changed_at: string;
  refused_set_id: number | null;
  /** How many of its calls are done, and how many there are. */
  done: number;
  calls: number;
  /** How many users and things the account did not take. */
  refused: number;
}

interface Listing {
  /** Only these states. */
  states?: readonly PushState[];
  limit?: number;
}

/** The newest first. */
export async function listPushes(db: Db, { states, limit = 100 }: Listing = {}): Promise<ListedPush[]> {
  return (await db
    .selectFrom('pushes')
    .innerJoin('change_sets', 'change_sets.change_set_id', 'pushes.change_set_id')
    .select(['pushes.change_set_id as id', 'at', 'operator_name', 'summary'])
    .select(['pushes.state', 'changed_at', 'refused_set_id'])
    .select(eb => {
      const steps = eb
        .selectFrom('push_steps')
        .whereRef('push_steps.change_set_id', '=', 'pushes.change_set_id')
        .select(({ fn }) => fn.countAll<number>().as('steps'));
      return [
        steps.where('push_steps.state', 'in', ['done', 'refused']).as('done'),
        steps.as('calls'),
        eb
          .selectFrom('push_refusals')
          .whereRef('push_refusals.change_set_id', '=', 'pushes.change_set_id')
          .select(({ fn }) => fn.count<number>('person_id').distinct().as('people'))
          .as('refused'),
      ];
    })
    .$if(states !== undefined, query => query.where('pushes.state', 'in', states ?? []))
    .orderBy('pushes.change_set_id', 'desc')
    .limit(limit)
    .execute()) as ListedPush[];
}

/** How many change sets wait to be sent. */
export async function countWaiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('pushes')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return count;
}
