import { counted } from '../text/words.ts';
import type { Account } from './facts.ts';

/**
 * What becomes of an e-mail (domain rule 5). `sending` is written before the server is spoken to: whoever
 * dies after that leaves it behind, it becomes `unknown`, and is sent again only when somebody says so.
 */
const outboxStates = ['waiting', 'sending', 'sent', 'unknown', 'failed', 'withdrawn'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** How an attempt to send an e-mail went. */
export type NoticeOutcome =
  | { state: 'sent' }
  /** Surely not taken by the server. */
  | { state: 'waiting'; error: string }
  /** Nothing was attempted: it waits as if it had never been taken up. */
  | { state: 'untried' }
  | { state: 'failed'; error: string }
  /** The server may have it: it was handed over, and no answer came. */
  | { state: 'unknown'; error: string };

/** Whether people who are added get an e-mail from here. Where the vendor may write to them, its e-mail is the one (domain rule 5). */
export function sendsNotices({ is_connected, notices }: Pick<Account, 'is_connected' | 'notices'>): boolean {
  return !is_connected || notices === 'roster';
}

const sent = ' will be sent.';

/** `12 e-mails will be sent.` (domain rule 5) */
export function emailsNotice(count: number): string {
  return `${counted(count, 'e-mail')}${sent}`;
}

/** `12 e-mails will be sent.` → `12 e-mails`; null of a notice of something else. */
export function emailsOf(notice: string): string | null {
  return notice.endsWith(sent) ? notice.slice(0, -sent.length) : null;
}

const unchanged = [' already as asked.', ' without a change.'] as const;

/** `2 users already as asked.`; `elsewhere`: some are to opt out of a queue that they are not in, which is not as asked. */
export function unchangedNotice(count: number, elsewhere: boolean): string {
  return `${counted(count, 'user')}${unchanged[elsewhere ? 1 : 0]}`;
}

/** What is lost where users were removed at the account, too, and are added there again (domain rule 7). */
export const lostThere = 'numbers, recordings and what is set at the account only';

/** Whether a notice tells of a loss or of something odd, and not just of e-mails or of whom nothing changes for. */
export function isWarning(notice: string): boolean {
  return emailsOf(notice) === null && !unchanged.some(end => notice.endsWith(end));
}

/** `1 e-mail waits`, `12 e-mails wait`. */
export function waitingText(count: number): string {
  return `${counted(count, 'e-mail')} ${count === 1 ? 'waits' : 'wait'}`;
}

/** What stands behind that where nothing is set to send them with. */
export const untilMail = 'until mail is set up: roster notify says how';

/** The notices of a change set as they are told where nothing is set to send e-mails with. */
export function waitingForMail(notices: readonly string[]): string[] {
  return notices.map(notice => {
    const emails = emailsOf(notice);
    return emails === null ? notice : `${emails} ${emails.startsWith('1 ') ? 'waits' : 'wait'} ${untilMail}`;
  });
}

/** About four days at the delays below, as mail servers do it. */
export const attemptLimit = 100;

const minute = 60_000;
const longestDelay = 60 * minute;

/** How long an e-mail waits after so many attempts, in ms: 1, 2, 4 … minutes, at most an hour. */
export function retryDelay(attempts: number): number {
  return Math.min(longestDelay, minute * 2 ** Math.max(0, attempts - 1));
}
