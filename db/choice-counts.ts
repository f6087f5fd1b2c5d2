import { sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import type { View } from '../source/roster/view.ts';
import { type Conditions, conditionsOf, isNarrowed, noConditions } from './conditions.ts';
import { count, countBy } from './count.ts';
import type { Db } from './dialect.ts';
import { strides } from './strides.ts';
import { unhurried, unlessOvertaken } from './turns.ts';

export interface NamedCount {
  id: number;
  name: string;
  users: number;
}

/**
 * Every queue with how many users are assigned to it among those the rest of the view lets through. Null if a newer
 * question overtook this one.
 */
export async function queueCounts(db: Db, view: View, turn: Turn = unhurried): Promise<NamedCount[] | null> {
  const queues = await db
    .selectFrom('queues')
    .select(['queue_id as id', 'queue_name as name'])
    .orderBy('queue_key')
    .execute();
  const counts = await unlessOvertaken(countQueues(db, { ...view, queue: null }, idsOf(queues), turn));
  return counts && withCounts(queues, counts);
}

/** Every role with how many users have it among those the rest of the view lets through; null as for queues. */
export async function roleCounts(db: Db, view: View, turn: Turn = unhurried): Promise<NamedCount[] | null> {
  const roles = await db
    .selectFrom('roles')
    .select(['role_id as id', 'role_name as name'])
    .orderBy('role_key')
    .execute();
  const counts = await unlessOvertaken(countRoles(db, { ...view, role: null }, idsOf(roles), turn));
  return counts && withCounts(roles, counts);
}

type Counts = Map<number, number>;

async function countQueues(db: Db, view: View, ids: readonly number[], turn: Turn): Promise<Counts> {
  const counts: Counts = new Map();
  const conditions = conditionsOf(view);
  const add = (queue_ids: string, users: number) => {
    for (const id of queue_ids.split(',')) if (id !== '') increase(counts, Number(id), users);
  };
  if (conditions.only) {
    for (const { queue_ids } of await chosen(db, view, turn)) add(queue_ids, 1);
    return counts;
  }
  if (!isNarrowed(conditions)) return await countEach(db, ids, id => ({ queues: [[id]] }), turn);
  const groups = await countBy<{ queue_ids: string; users: number }>(
    db,
    { conditions, turn },
    { of: () => sql`s.queue_ids,`, needRow: true, groupBy: sql`group by s.queue_ids` },
  );
  for (const { queue_ids, users } of groups) add(queue_ids, users);
  return counts;
}

async function countRoles(db: Db, view: View, ids: readonly number[], turn: Turn): Promise<Counts> {
  const counts: Counts = new Map();
  const conditions = conditionsOf(view);
  if (conditions.only) {
    for (const { role_id } of await chosen(db, view, turn)) increase(counts, role_id, 1);
    return counts;
  }
  if (!isNarrowed(conditions)) return await countEach(db, ids, id => ({ roles: [[id]] }), turn);
  const groups = await countBy<{ role_id: number; users: number }>(
    db,
    { conditions, turn },
    { of: () => sql`s.role_id,`, needRow: true, groupBy: sql`group by s.role_id` },
  );
  for (const { role_id, users } of groups) increase(counts, role_id, users);
  return counts;
}

/** One after the other, each by its own list: to count all of them in one go takes too long for one piece. */
async function countEach(
  db: Db,
  ids: readonly number[],
  conditionOf: (id: number) => Partial<Conditions>,
  turn: Turn,
): Promise<Counts> {
  const counts: Counts = new Map();
  for (const id of ids)
    counts.set(id, await count(db, { conditions: { ...noConditions, ...conditionOf(id) }, turn }));
  return counts;
}

const idsOf = (named: readonly { id: number }[]) => named.map(({ id }) => id);

/** What is counted of those a selection narrows the view to. */
async function chosen(db: Db, view: View, turn: Turn) {
  const found: { role_id: number; queue_ids: string }[] = [];
  const limit = () => Number.POSITIVE_INFINITY;
  for await (const part of strides(db, { conditions: conditionsOf(view), limit, turn })) {
    const ranks = JSON.stringify(part.map(user => user.name_rank));
    const { rows } = await sql<{ role_id: number; queue_ids: string }>`
      select role_id, queue_ids from user_search
      where name_rank in (select value from json_each(${ranks}))`.execute(db);
    for (const row of rows) found.push(row);
  }
  return found;
}

function increase(counts: Counts, id: number, users: number): void {
  counts.set(id, (counts.get(id) ?? 0) + users);
}

function withCounts(named: readonly { id: number; name: string }[], counts: Counts): NamedCount[] {
  return named.map(({ id, name }) => ({ id, name, users: counts.get(id) ?? 0 }));
}
