import * as z from 'zod/mini';
import type { Read } from '../reads/list-read.ts';
import { AccountError } from './account-error.ts';
import { parsed, type TextAnswer } from './fetch-text.ts';
import { waitAsked } from './rates.ts';

/** What the account said to a change. */
export type Written =
  | { kind: 'taken'; body: unknown }
  | { kind: 'refused'; code: number | null; message: string }
  /** Nothing was done: it is to be sent again after so many milliseconds. */
  | { kind: 'later'; wait: number };

/** Milliseconds that the first repetition waits where the account does not say; then twice as long each time. */
export const firstWait = 500;
/** Nobody sits through a longer one: what a day allows is used up. */
export const longestWait = 120_000;

/** What comes of an answer to a question. */
type Outcome<Answer> =
  | { answer: Answer }
  /** To be asked again after so many milliseconds; `again` is what went wrong. */
  | { again: AccountError; wait: number | null };

/** An answer to a question. Throws AccountError where asking again is of no use. */
export function judged<Answer>(
  operation: Read<Answer>,
  { status, headers, text }: TextAnswer,
): Outcome<Answer> {
  if (status === 200) {
    const read = operation.answer.safeParse(parsed(text));
    if (read.success) return { answer: read.data };
    // A proxy's page, or the half of an answer.
    return { again: new AccountError('unreachable', unreadable(operation, read.error)), wait: null };
  }
  const { code, message } = said({ text });
  if (status === 429) {
    const busy = new AccountError(
      'unreachable',
      'The account is asked too much by all programs together.',
      code,
    );
    return { again: busy, wait: waitAsked(headers, Date.now()) };
  }
  if (status >= 500) {
    const sentence = `The account fails just now (HTTP ${status}). Try again later.`;
    return { again: new AccountError('unreachable', sentence, code), wait: waitAsked(headers, Date.now()) };
  }
  if (code === 4_711) throw scopeMissing(operation, code);
  if (status === 404) throw new AccountError('not_found', `${operation.path} has no such entry.`, code);
  throw new AccountError(
    'refused',
    `The account refuses ${operation.path} (HTTP ${status}${code === null ? '' : `, ${code}`})${message === '' ? '' : `: ${message}`}`,
    code,
  );
}

/** An answer to a change. Throws AccountError: after `unreachable` nobody knows whether it was done, after all others it was not. */
export function written(
  { status, headers, text }: TextAnswer,
  { path, ...wanted }: { path: string; scope: string; purpose: string },
): Written {
  if (status >= 200 && status < 300) {
    const body = parsed(text);
    // A proxy's page, or the half of an answer: who knows what was done.
    if (text !== '' && body === undefined) throw new AccountError('unreachable', noAnswer(path));
    return { kind: 'taken', body };
  }
  const { code, message } = said({ text });
  if (status === 429) {
    const wait = waitAsked(headers, Date.now()) ?? firstWait;
    if (wait > longestWait) throw usedUp(wait);
    return { kind: 'later', wait };
  }
  if (status >= 500)
    throw new AccountError('unreachable', `The account fails just now (HTTP ${status}).`, code);
  if (code === 4_711) throw scopeMissing(wanted, code);
  return { kind: 'refused', code, message: message || `HTTP ${status}` };
}

function noAnswer(path: string): string {
  return `The answer to ${path} can't be read: it is none of the vendor's, or was cut.`;
}

function scopeMissing({ scope, purpose }: { scope: string; purpose: string }, code: number): AccountError {
  return new AccountError('scope_missing', `The app lacks the scope ${scope}, for ${purpose}.`, code);
}

const refusal = z.object({ code: z.optional(z.number()), message: z.optional(z.string()) });

/** The vendor's number and words for what it refuses. */
function said({ text }: Pick<TextAnswer, 'text'>): { code: number | null; message: string } {
  const { code = null, message = '' } = refusal.safeParse(parsed(text)).data ?? {};
  return { code, message };
}

/** Whether the token was: it expired, or ended because somebody asked for another one. Then nothing was done. */
export function isTurnedAway(answer: TextAnswer): boolean {
  const { status } = answer;
  return status === 401 || (status === 400 && [124, 4_740, 4_741].includes(said(answer).code ?? 0));
}

/** Another token was turned away, too. */
export function tokenTaken(answer: TextAnswer): AccountError {
  const sentence =
    'The account turns away each token as soon as it is given: another program uses the same app. Make an app for each host.';
  return new AccountError('token_taken', sentence, said(answer).code);
}

function unreadable({ path }: Read<unknown>, error: z.core.$ZodError): string {
  const where = error.issues[0]?.path.join('.');
  return `The answer to ${path} can't be read${where ? ` (${where})` : ''}: it is none of the vendor's, or was cut.`;
}

/** Nothing of the rate is left for so many milliseconds. */
export function usedUp(wait: number): AccountError {
  const until = new Date(Date.now() + wait).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return new AccountError(
    'used_up',
    `The account's rate is used up until ${until}, by all programs together.`,
  );
}
