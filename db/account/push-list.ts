import type { PushState } from '../../source/roster/push/push-state.ts';
import type { PushOfSet } from '../../source/roster/push/refused.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';

/** A change set that is for the account too, with how far it is. */
export interface ListedPush extends PushOfSet {
  id: number;
  at: string;
  operator_name: string;
  summary: string;
}

interface Listing {
  /** Only these states. */
  states?: readonly PushState[];
  /** Only these change sets. */
  ids?: readonly number[];
  limit?: number;
}

/** The newest first. */
export async function listPushes(db: Db, { states, ids, limit = 100 }: Listing = {}): Promise<ListedPush[]> {
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
    .$if(ids !== undefined, query => query.where('pushes.change_set_id', 'in', idList(ids ?? [])))
    .orderBy('pushes.change_set_id', 'desc')
    .limit(limit)
    .execute()) as ListedPush[];
}

/** How many change sets wait to be sent, and the newest of them; null where none does. */
export async function readWaitingSets(db: Db): Promise<{ count: number; newest: number | null }> {
  return await db
    .selectFrom('pushes')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.max<number | null>('change_set_id').as('newest'),
    ])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
}
