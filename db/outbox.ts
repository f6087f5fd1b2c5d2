import { randomUUID } from 'node:crypto';
import type { Change } from '../source/roster/change-set.ts';
import type { Authorship } from './apply.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { Db } from './dialect.ts';
import { idList } from './id-list.ts';

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
