import { readNotice } from '../../db/outbox/notice-template.ts';
import {
  type ClaimedNotice,
  claimNotice,
  isNoticeDue,
  noteTrouble,
  settleNotice,
} from '../../db/outbox/outbox-sending.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { BusyError } from '../../db/sqlite/lock-retry.ts';
import type { NoticeOutcome, OutboxState } from '../roster/plan/notice.ts';
import { compose, type Mail } from './compose.ts';
import type { Delivery } from './hand-over.ts';
import type { MailSettings } from './mail-settings.ts';
import { serverWords } from './server-words.ts';
import { openSession, ServerTrouble, type SmtpSession } from './smtp-session.ts';

/** What a sender works with. It must hold the sender lock. */
export interface Sending {
  /** The connection that writes. */
  db: Db;
  settings: MailSettings;
  /** Aborted: leave within 200 ms. */
  leaving: AbortSignal;
  /** Throws where whoever sends may not, any more. */
  admit(): Promise<unknown>;
  clock(): Date;
  /** Told of every e-mail that was taken up, when what became of it is written down. */
  onSettled?(notice: ClaimedNotice, state: OutboxState, error: string | null): void;
}

/** How many e-mails a round sent, put off to a later attempt, gave up, and lost sight of. */
export interface Round {
  sent: number;
  deferred: number;
  failed: number;
  unknown: number;
  /** Why the round ended early: a sentence about the server; null if all that was due was tried. */
  trouble: string | null;
}

/**
 * Sends what is due, one e-mail after the other, until nothing is, the server gives trouble or `leaving` is
 * aborted. Each is committed as `sending` before anything of it is said to the server.
 */
export async function sendWaiting(sending: Sending): Promise<Round> {
  const round: Round = { sent: 0, deferred: 0, failed: 0, unknown: 0, trouble: null };
  let session: SmtpSession | null = null;
  try {
    while (round.trouble === null && !sending.leaving.aborted) {
      await sending.admit();
      if (!(await isNoticeDue(sending.db, now(sending)))) break;
      if (!session?.usable()) session = await openSession(sending.settings, sending.leaving);
      await sendOne(sending, session, round);
    }
  } catch (error) {
    // Nothing of this is news when we leave: what was not written down is found as `sending`.
    if (sending.leaving.aborted && (error instanceof ServerTrouble || error instanceof BusyError))
      return round;
    if (!(error instanceof ServerTrouble)) throw error;
    round.trouble = error.message;
  } finally {
    await session?.end();
  }
  if (round.trouble !== null) await noteTrouble(sending.db, round.trouble, now(sending));
  return round;
}

async function sendOne(sending: Sending, session: SmtpSession, round: Round): Promise<void> {
  const { db, settings } = sending;
  const notice = await claimNotice(db, now(sending));
  if (!notice) return;
  const served = session.answered() > 0;
  const delivery = await deliver(sending, session, notice);
  const outcome = outcomeOf(delivery, served);
  const state = await settleNotice(db, notice, outcome, now(sending));
  const error = 'error' in outcome ? outcome.error : null;
  sending.onSettled?.(notice, state, error);
  if (state === 'sent' || state === 'failed' || state === 'unknown') round[state]++;
  else if (outcome.state === 'waiting') round.deferred++;
  if (!sending.leaving.aborted) round.trouble = troubleWith(delivery, served, settings);
}

async function deliver(
  { db, settings, clock }: Sending,
  session: SmtpSession,
  notice: ClaimedNotice,
): Promise<Delivery> {
  let mail: Mail;
  try {
    mail = await compose(await readNotice(db), notice, { from: settings.from, date: clock() });
  } catch (error) {
    return { kind: 'refused', forGood: true, error: serverWords(error as Error, settings) };
  }
  return await session.deliver(mail);
}

/** What becomes of the e-mail. That a connection ends which has served others well is not held against it. */
function outcomeOf(delivery: Delivery, served: boolean): NoticeOutcome {
  switch (delivery.kind) {
    case 'taken':
      return { state: 'sent' };
    case 'refused':
      return { state: delivery.forGood ? 'failed' : 'waiting', error: delivery.error };
    case 'unsure':
      return { state: 'unknown', error: delivery.error };
    case 'lost':
      return served ? { state: 'untried' } : { state: 'waiting', error: delivery.error };
    case 'sender-refused':
    case 'left':
      return { state: 'untried' };
  }
}

/** Whether to go on with the next one: not where each further one would meet the same. */
function troubleWith(delivery: Delivery, served: boolean, { from, host }: MailSettings): string | null {
  if (delivery.kind === 'sender-refused')
    return `${host} refuses e-mails from ${from.address} (ROSTER_MAIL_FROM): ${delivery.error}`;
  if (delivery.kind === 'unsure') return `${host} took an e-mail and did not answer: ${delivery.error}`;
  if (delivery.kind === 'lost' && !served) return `${host} ended the connection: ${delivery.error}`;
  return null;
}

function now({ clock }: Sending): string {
  return clock().toISOString();
}
