import type { Row } from '../../source/roster/users/row.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';

/** What the table shows of these people, in the order given; those who are no users are left out. */
export async function rowsOf(db: Db, wanted: readonly number[]): Promise<Row[]> {
  const users = await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .innerJoin('roles', 'roles.role_id', 'users.role_id')
    .select(['users.person_id', 'people.user_email', 'people.department', 'roles.role_name'])
    .select(['users.status_name', 'users.sub_status_name', 'users.user_access'])
    .select(eb => eb.fn.coalesce('users.display_name', 'people.display_name').as('name'))
    .where('users.person_id', 'in', idList(wanted))
    .execute();
  const memberships = await db
    .selectFrom('queue_members')
    .innerJoin('queues', 'queues.queue_id', 'queue_members.queue_id')
    .select(['queue_members.person_id', 'queues.queue_name'])
    .where('queue_members.person_id', 'in', idList(wanted))
    .orderBy('queues.queue_key')
    .execute();
  const queues = Map.groupBy(memberships, membership => membership.person_id);
  const byId = new Map(users.map(user => [user.person_id, user]));
  return wanted.flatMap(person_id => {
    const user = byId.get(person_id);
    if (!user) return [];
    return {
      person_id,
      name: user.name ?? '',
      email: user.user_email,
      department: user.department,
      role: user.role_name,
      queues: (queues.get(person_id) ?? []).map(membership => membership.queue_name),
      presence: user.status_name,
      presenceReason: user.sub_status_name,
      status: user.user_access,
      pending: null,
    };
  });
}
