import {
  attemptLimit,
  type NoticeOutcome,
  type OutboxState,
  retryDelay,
} from '../../source/roster/plan/notice.ts';
import type { Db } from '../sqlite/dialect.ts';
import { type Addressee, addresseeOf, addressees } from './addressees.ts';

/** An e-mail that this process is about to send, and what its text is made from, as of now. */
export interface ClaimedNotice extends Addressee {
  outbox_id: string;
  /** Marks this claim: what became of it can be written only while it is in force. ISO 8601 UTC. */
  claimed_at: string;
  /** This one counted. */
  attempts: number;
}

/** Whether an e-mail is due at `now`. */
export async function isNoticeDue(db: Db, now: string): Promise<boolean> {
  return (await dueNotice(db, now)) !== null;
}

/** When the next one of those that wait for another attempt is due; null if none does. */
export async function nextAttemptAt(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('outbox')
    .select('next_at')
    .where('state', '=', 'waiting')
    .where('next_at', 'is not', null)
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at ?? null;
}

/**
 * Takes up an e-mail that is due, or null. It is committed as `sending` when this returns: from then on no
 * other sender takes it, and if this one dies it is known that it may have been sent.
 */
export async function claimNotice(db: Db, now: string): Promise<ClaimedNotice | null> {
  return await db.transaction().execute(async trx => {
    for (;;) {
      const due = await dueNotice(trx, now);
      if (!due) return null;
      const { outbox_id, person_id } = due;
      const user = await addressee(trx, person_id);
      const attempts = due.attempts + 1;
      if (!user) {
        await change(trx, outbox_id, { state: 'withdrawn', changed_at: now });
        continue;
      }
      const { user_email } = user;
      await change(trx, outbox_id, {
        state: 'sending',
        user_email,
        attempts,
        next_at: null,
        changed_at: now,
      });
      return { outbox_id, claimed_at: now, attempts, ...user };
    }
  });
}

/** Writes down what became of a claimed e-mail. Returns the state that it is in now. */
export async function settleNotice(
  db: Db,
  claim: ClaimedNotice,
  outcome: NoticeOutcome,
  now: string,
): Promise<OutboxState> {
  return await db.transaction().execute(async trx => {
    const { outbox_id, claimed_at } = claim;
    const row = await trx
      .selectFrom('outbox')
      .select(['state', 'person_id', 'created_at', 'changed_at'])
      .where('outbox_id', '=', outbox_id)
      .executeTakeFirstOrThrow();
    if (row.state !== 'sending' || row.changed_at !== claimed_at) return row.state;
    const values = settled(claim, outcome, now);
    const unsent = values.state === 'waiting' || values.state === 'failed';
    // While it was under way the removal could not withdraw it.
    if (unsent && !(await isAboutUser(trx, row))) values.state = 'withdrawn';
    await change(trx, outbox_id, { ...values, changed_at: now });
    return values.state;
  });
}

function settled({ attempts }: ClaimedNotice, outcome: NoticeOutcome, now: string) {
  const state: OutboxState = outcome.state === 'untried' ? 'waiting' : outcome.state;
  const error = 'error' in outcome ? outcome.error : null;
  if (outcome.state === 'untried') return { state, attempts: attempts - 1 };
  if (outcome.state !== 'waiting') return { state, error };
  if (attempts >= attemptLimit) return { state: 'failed' as OutboxState, error };
  return { state, error, next_at: new Date(Date.parse(now) + retryDelay(attempts)).toISOString() };
}

/** Whether there are e-mails that somebody is sending, or was when they died. */
export async function isAnySending(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('outbox_id')
    .where('state', '=', 'sending')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a dead sender left behind may have been sent or not. For who holds the sender lock. Returns how many there were. */
export async function giveUpOrphans(db: Db, now: string): Promise<number> {
  const error = 'The sender ended before the server answered.';
  return await db.transaction().execute(async trx => {
    const { numUpdatedRows } = await trx
      .updateTable('outbox')
      .set({ state: 'unknown', error, changed_at: now })
      .where('state', '=', 'sending')
      .executeTakeFirst();
    return Number(numUpdatedRows);
  });
}

/** Writes beside the e-mails that are due why none of them can be sent. */
export async function noteTrouble(db: Db, error: string, now: string): Promise<void> {
  await db.transaction().execute(trx =>
    trx
      .updateTable('outbox')
      .set({ error })
      .where('state', '=', 'waiting')
      .where(eb => eb.or([eb('next_at', 'is', null), eb('next_at', '<=', now)]))
      .where('error', 'is not', error)
      .execute(),
  );
}

/** Whether an e-mail is about the addition of somebody who is a user by it: not removed since, or back again. */
export async function isAboutUser(
  db: Db,
  { person_id, created_at }: { person_id: number; created_at: string },
): Promise<boolean> {
  const user = await db
    .selectFrom('users')
    .select('added_at')
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return user?.added_at === Date.parse(created_at);
}

/** The fresh ones first, then those whose next attempt is due. Each of the two is the first entry of an index. */
async function dueNotice(db: Db, now: string) {
  const waiting = db
    .selectFrom('outbox')
    .select(['outbox_id', 'person_id', 'attempts'])
    .where('state', '=', 'waiting')
    .limit(1);
  const fresh = await waiting.where('next_at', 'is', null).executeTakeFirst();
  if (fresh) return fresh;
  return (await waiting.where('next_at', '<=', now).orderBy('next_at').executeTakeFirst()) ?? null;
}

async function addressee(db: Db, person_id: number): Promise<Addressee | null> {
  const row = await addressees(db).where('users.person_id', '=', person_id).executeTakeFirst();
  return row ? addresseeOf(row) : null;
}

async function change(
  db: Db,
  outbox_id: string,
  values: {
    state: OutboxState;
    changed_at: string;
    user_email?: string;
    attempts?: number;
    next_at?: string | null;
    error?: string | null;
  },
) {
  await db.updateTable('outbox').set(values).where('outbox_id', '=', outbox_id).execute();
}
