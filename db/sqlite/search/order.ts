import type { Sort } from '../../../source/roster/screen/view.ts';
import { userAccesses } from '../../../source/roster/users/vocabulary.ts';
import type { Db } from '../dialect.ts';
import { type Conditions, noConditions } from './conditions.ts';
import { presenceOrder } from './search-keys.ts';

/** Where a user stands in an order. */
export interface Position {
  person_id: number;
  /** Which of the order's segments they are in. */
  segment: number;
  /** Where they stand in it. */
  name_rank: number;
  /** Where they stand by e-mail. */
  email_key: string;
}

/**
 * The parts of an order, each in the order of names, or from its end where the order is turned round: by role, say, the
 * users of the first role, then those of the second. Null for the order of e-mails, which has an index of its own.
 */
export async function segmentsOf(db: Db, { column, reverse }: Sort): Promise<Conditions[] | null> {
  const segments = await forward(db, column);
  return segments && reverse ? segments.reverse() : segments;
}

async function forward(db: Db, column: Sort['column']): Promise<Conditions[] | null> {
  switch (column) {
    case 'name':
      return [noConditions];
    case 'role':
      return (await roleIds(db)).map(id => ({ ...noConditions, roles: [[id]] }));
    case 'status':
      return [...userAccesses].sort().map(access => ({ ...noConditions, access: [access] }));
    case 'presence':
      return presenceOrder.map(presence => ({ ...noConditions, presence: [presence] }));
    case 'email':
      return null;
  }
}

async function roleIds(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('roles').select('role_id').orderBy('role_key').execute();
  return rows.map(row => row.role_id);
}

/** What tells the segment of a user. */
export interface Placed {
  role_id: number;
  user_access: string;
  status_name: string;
}

/** The number of the segment that a user is in. */
export function segmentOf(segments: readonly Conditions[] | null, user: Placed): number {
  if (!segments) return 0;
  return segments.findIndex(
    ({ roles, access, presence }) =>
      roles.every(ids => ids.includes(user.role_id)) &&
      access.every(value => value === user.user_access) &&
      presence.every(value => value === user.status_name),
  );
}

/** Everything that both ask for. */
export function both(one: Conditions, other: Conditions): Conditions {
  return {
    words: [...one.words, ...other.words],
    access: [...new Set([...one.access, ...other.access])],
    presence: [...new Set([...one.presence, ...other.presence])],
    person: [...new Set([...one.person, ...other.person])],
    packages: [...new Set([...one.packages, ...other.packages])],
    roles: [...one.roles, ...other.roles],
    queues: [...one.queues, ...other.queues],
    only: one.only ?? other.only,
  };
}

/** Where a user stands in the order, if they are one. */
export async function positionOf(
  db: Db,
  segments: readonly Conditions[] | null,
  person_id: number,
): Promise<Position | null> {
  const row = await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .select(['users.person_id', 'name_rank', 'role_id', 'user_access', 'status_name', 'email_key'])
    .where('users.person_id', '=', person_id)
    .executeTakeFirst();
  if (!row) return null;
  const { name_rank, email_key } = row;
  return { person_id, name_rank, email_key, segment: segmentOf(segments, row) };
}
