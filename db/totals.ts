import type { Totals } from '../source/roster/row.ts';
import type { View } from '../source/roster/view.ts';
import type { Db } from './dialect.ts';
import { idList, matching } from './matching.ts';

/** The numbers of the footer: all exact. */
export async function totals(db: Db, view: View, selected: readonly number[]): Promise<Totals> {
  const all = (await count(db.selectFrom('users'))) ?? 0;
  return {
    users: all,
    matching: await count(matching(db, view)),
    selectedMatching:
      selected.length === 0
        ? 0
        : await count(matching(db, view).where('users.person_id', 'in', idList(selected))),
  };
}

type Counted = ReturnType<typeof matching>;

async function count(query: Counted): Promise<number> {
  const row = await query.select(eb => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return row.count;
}

export interface NamedCount {
  id: number;
  name: string;
  users: number;
}

/** Every queue with how many users are assigned to it among those the rest of the view lets through. */
export async function queueCounts(db: Db, view: View): Promise<NamedCount[]> {
  const counts = await matching(db, { ...view, queue: null })
    .innerJoin('queue_members', 'queue_members.person_id', 'users.person_id')
    .select(eb => ['queue_members.queue_id as id', eb.fn.countAll<number>().as('users')])
    .groupBy('queue_members.queue_id')
    .execute();
  const queues = await db
    .selectFrom('queues')
    .select(['queue_id as id', 'queue_name as name'])
    .orderBy('queue_key')
    .execute();
  return withCounts(queues, counts);
}

/** Every role with how many users have it among those the rest of the view lets through. */
export async function roleCounts(db: Db, view: View): Promise<NamedCount[]> {
  const counts = await matching(db, { ...view, role: null })
    .select(eb => ['users.role_id as id', eb.fn.countAll<number>().as('users')])
    .groupBy('users.role_id')
    .execute();
  const roles = await db
    .selectFrom('roles')
    .select(['role_id as id', 'role_name as name'])
    .orderBy('role_key')
    .execute();
  return withCounts(roles, counts);
}

function withCounts(
  named: readonly { id: number; name: string }[],
  counts: readonly { id: number; users: number }[],
): NamedCount[] {
  const users = new Map(counts.map(row => [row.id, row.users]));
  return named.map(({ id, name }) => ({ id, name, users: users.get(id) ?? 0 }));
}
