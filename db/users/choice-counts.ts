import { sql } from 'kysely';
import type { View } from '../../source/roster/screen/view.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { type Conditions, conditionsOf } from '../sqlite/search/conditions.ts';
import { countBy } from '../sqlite/search/count.ts';
import { byName } from '../sqlite/search/list-by-name.ts';
import { isFilteredHere } from '../sqlite/search/sources.ts';

export interface NamedCount {
  id: number;
  name: string;
  users: number;
}

/** Every queue with how many users are assigned to it among those the rest of the view lets through. */
export async function queueCounts(db: Db, view: View): Promise<NamedCount[]> {
  const queues = await db
    .selectFrom('queues')
    .select(['queue_id as id', 'queue_name as name'])
    .orderBy('queue_key')
    .execute();
  const counts: Counts = new Map();
  const groups = await countGroups<string>(db, conditionsOf({ ...view, queue: null }), 'queue_ids');
  for (const { value, users } of groups)
    for (const id of value.split(',')) if (id !== '') increase(counts, Number(id), users);
  return withCounts(queues, counts);
}

/** Every role with how many users have it among those the rest of the view lets through. */
export async function roleCounts(db: Db, view: View): Promise<NamedCount[]> {
  const roles = await db
    .selectFrom('roles')
    .select(['role_id as id', 'role_name as name'])
    .orderBy('role_key')
    .execute();
  const counts: Counts = new Map();
  const groups = await countGroups<number>(db, conditionsOf({ ...view, role: null }), 'role_id');
  for (const { value, users } of groups) increase(counts, value, users);
  return withCounts(roles, counts);
}

type Counts = Map<number, number>;

/** Of a long selection those who meet the other conditions are read, and then looked up by their rank. */
async function countGroups<Value>(
  db: Db,
  conditions: Conditions,
  column: 'role_id' | 'queue_ids',
): Promise<{ value: Value; users: number }[]> {
  if (!isFilteredHere(conditions)) return await countBy<Value>(db, conditions, column);
  const groups: { value: Value; users: number }[] = [];
  for await (const page of byName(db, conditions)) {
    const ranks = page.map(user => user.name_rank);
    const { rows } = await sql<{ value: Value; users: number }>`
      select ${sql.ref(column)} as value, count(*) as users from user_search
      where name_rank in ${idList(ranks)} group by value`.execute(db);
    groups.push(...rows);
  }
  return groups;
}

function increase(counts: Counts, id: number, users: number): void {
  counts.set(id, (counts.get(id) ?? 0) + users);
}

function withCounts(named: readonly { id: number; name: string }[], counts: Counts): NamedCount[] {
  return named.map(({ id, name }) => ({ id, name, users: counts.get(id) ?? 0 }));
}
