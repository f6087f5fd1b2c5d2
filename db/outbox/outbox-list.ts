import type { OutboxState } from '../../source/roster/plan/notice.ts';
import type { Db } from '../sqlite/dialect.ts';
import { type Addressee, addresseeOf, addressees } from './addressees.ts';

/** An e-mail as lists show it. Times are ISO 8601 UTC. */
export interface ListedNotice {
  outbox_id: string;
  state: OutboxState;
  user_email: string;
  /** When the user was added. */
  created_at: string;
  changed_at: string;
  /** When it is tried again; null: as soon as somebody sends. */
  next_at: string | null;
  attempts: number;
  error: string | null;
}

const open: OutboxState[] = ['waiting', 'sending', 'unknown', 'failed'];

/** The e-mails that are neither sent nor withdrawn, or all of them, the oldest first. */
export async function listNotices(db: Db, { all }: { all: boolean }): Promise<ListedNotice[]> {
  let query = db
    .selectFrom('outbox')
    .select(['outbox_id', 'state', 'user_email', 'created_at', 'changed_at', 'next_at', 'attempts', 'error'])
    .orderBy('created_at')
    .orderBy('user_email');
  if (!all) query = query.where('state', 'in', open);
  return await query.execute();
}

/** The ids of the e-mails that could not be sent. */
export async function failedNotices(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select('outbox_id').where('state', '=', 'failed').execute();
  return rows.map(row => row.outbox_id);
}

/** To whom e-mails would be sent at `now`, and what their texts would be made from. */
export async function dueNotices(db: Db, now: string): Promise<(Addressee & { outbox_id: string })[]> {
  const rows = await addressees(db)
    .innerJoin('outbox', 'outbox.person_id', 'users.person_id')
    .select('outbox_id')
    .where('state', '=', 'waiting')
    .where(eb => eb.or([eb('next_at', 'is', null), eb('next_at', '<=', now)]))
    .orderBy('outbox.created_at')
    .orderBy('people.user_email')
    .execute();
  return rows.map(row => ({ outbox_id: row.outbox_id, ...addresseeOf(row) }));
}
