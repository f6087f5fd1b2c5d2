import { randomUUID } from 'node:crypto';
import { sql, type Updateable } from 'kysely';
import type { Change } from '../../source/roster/plan/change-set.ts';
import type { Authorship } from '../authorship.ts';
import { bulkInsert } from '../sqlite/bulk-insert.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import type { Tables } from '../tables.ts';

const insertRows = bulkInsert('outbox', [
  'outbox_id',
  'change_set_id',
  'person_id',
  'user_email',
  'state',
  'attempts',
  'next_at',
  'error',
  'created_at',
  'changed_at',
]);

/** One waiting e-mail for each added user (domain rule 5). */
export async function queueNotices(
  trx: Db,
  additions: readonly Change[],
  { id, by }: { id: number; by: Authorship },
): Promise<void> {
  const rows = additions.map(({ person_id, user_email }) => ({
    outbox_id: randomUUID(),
    change_set_id: id,
    person_id,
    user_email,
    state: 'waiting' as const,
    attempts: 0,
    next_at: null,
    error: null,
    created_at: by.at,
    changed_at: by.at,
  }));
  await insertRows(trx, rows);
}

/** Somebody who comes back, and when they had been added. */
export type Return = Pick<Change, 'person_id' | 'added_at'>;

/** The e-mails of these additions that a removal withdrew before they were sent. */
export async function withdrawnUnsent(
  db: Db,
  returns: readonly Return[],
): Promise<{ outbox_id: string; person_id: number }[]> {
  const added = new Map(returns.map(({ person_id, added_at }) => [person_id, Date.parse(added_at ?? '')]));
  const rows = await db
    .selectFrom('outbox')
    .select(['outbox_id', 'person_id', 'created_at'])
    .where('state', '=', 'withdrawn')
    .where('withdrawn_by_hand', '=', 0)
    .where('person_id', 'in', idList([...added.keys()]))
    .execute();
  return rows.filter(({ person_id, created_at }) => added.get(person_id) === Date.parse(created_at));
}

/** Whoever comes back while the vendor may write to them has none from here any more (domain rule 5). */
export async function withdrawForGood(trx: Db, returns: readonly Return[], at: string): Promise<void> {
  await setUnsent(trx, returns, { withdrawn_by_hand: 1, changed_at: at });
}

/** Whoever comes back before their e-mail was sent is to get it after all; who got it gets no other (domain rule 5). */
export async function requeueNotices(trx: Db, returns: readonly Return[], at: string): Promise<void> {
  await setUnsent(trx, returns, {
    ...{ state: 'waiting', attempts: 0, next_at: null, error: null },
    changed_at: at,
  });
}

async function setUnsent(
  trx: Db,
  returns: readonly Return[],
  set: Updateable<Tables['outbox']>,
): Promise<void> {
  const ids = (await withdrawnUnsent(trx, returns)).map(row => row.outbox_id);
  await trx
    .updateTable('outbox')
    .set(set)
    .where('outbox_id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
}

/**
 * What was not sent yet to people who lose their license is never sent. What is being sent, or may have been,
 * stays as it is.
 */
export async function withdrawNotices(trx: Db, removals: readonly Change[], at: string): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'withdrawn', changed_at: at })
    .where('state', 'in', ['waiting', 'failed'])
    .where('person_id', 'in', idList(removals.map(removal => removal.person_id)))
    .execute();
}
