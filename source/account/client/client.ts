import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Write } from '../../roster/push/operations.ts';
import type { Category } from '../../roster/push/rate-limits.ts';
import type { Read } from '../reads/list-read.ts';
import { AccountError } from './account-error.ts';
import { fetchText, type Limits, parsed, type TextAnswer, usualLimits } from './fetch-text.ts';
import { type Rates, waitAsked } from './rates.ts';
import type { Tokens } from './token.ts';

export interface Asked {
  /** What the operation is asked of. */
  id?: string;
  query?: Readonly<Record<string, string>>;
}

/** What is changed, and of whom or what. */
export interface Sent extends Asked {
  user?: string;
  /** Sent as JSON. */
  body?: unknown;
}

/** What the account said to a change. */
export type Written =
  | { kind: 'taken'; body: unknown }
  | { kind: 'refused'; code: number | null; message: string }
  /** Nothing was done: it is to be sent again after so many milliseconds. */
  | { kind: 'later'; wait: number };

/** Asks and changes the vendor's account. */
export interface AccountClient {
  /** Asks until there is an answer, a few times, as fast as the account allows. Throws AccountError. */
  read<Answer>(operation: Read<Answer>, asked?: Asked): Promise<Answer>;
  /**
   * Sends a change once. Throws AccountError: after `unreachable` nobody knows whether it was done, unless it `isUnsent`; after all
   * others it was not.
   */
  write(operation: Write, sent: Sent): Promise<Written>;
  /** How many tokens it has used so far: page tokens end with the token they were given for. */
  tokensUsed(): number;
}

interface Parts {
  /** What paths begin with. */
  api: string;
  tokens: Tokens;
  rates: Rates;
  signal: AbortSignal;
  limits?: Limits;
}

const mostTries = 5;
/** Milliseconds that the first repetition waits where the account does not say; then twice as long each time. */
const firstWait = 500;
/** Nobody sits through a longer one: what a day allows is used up. */
const longestWait = 120_000;

export function createClient({ api, tokens, rates, signal, limits = usualLimits }: Parts): AccountClient {
  const used = new Set<string>();

  async function send({ category, url, method, body }: Request, token: string): Promise<TextAnswer> {
    used.add(token);
    await rates.turn(category, signal);
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sent = { headers, method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await fetchText(url, sent, { signal, limits });
    rates.heard(category, answer.headers);
    return answer;
  }

  /** With another token once, where the one at hand is turned away: then nothing was done. */
  async function sendWithToken(request: Request): Promise<TextAnswer> {
    const token = await tokens.get(signal);
    const answer = await send(request, token);
    if (!isTurnedAway(answer)) return answer;
    const again = await send(request, await tokens.get(signal, token));
    if (isTurnedAway(again)) throw new AccountError('token_taken', tokenTaken, said(again).code);
    return again;
  }

  const urlOf = (path: string, { id = '', user = '', query = {} }: Sent) => {
    const asked = path.replace('{id}', encodeURIComponent(id)).replace('{user}', encodeURIComponent(user));
    const more = new URLSearchParams(query).toString();
    return more === '' ? `${api}${asked}` : `${api}${asked}${asked.includes('?') ? '&' : '?'}${more}`;
  };

  return {
    tokensUsed: () => used.size,
    async write({ method, path, category, scope, title }, sent) {
      const request = { category, method, url: urlOf(path, sent), body: sent.body };
      const answer = await sendWithToken(request);
      return written(answer, { scope, purpose: title.toLowerCase(), path: `${method} ${path}` });
    },
    async read(operation, asked = {}) {
      const { category } = operation;
      const request: Request = { category, method: 'GET', url: urlOf(operation.path, asked) };
      for (let tries = 1; ; tries++) {
        const outcome = await sendWithToken(request).then(
          answer => judged(operation, answer),
          error => {
            if (error instanceof AccountError && error.code === 'unreachable')
              return { again: error, wait: null };
            throw error;
          },
        );
        if ('answer' in outcome) return outcome.answer;
        const wait = outcome.wait ?? firstWait * 2 ** (tries - 1);
        if (wait > longestWait) throw usedUp(wait);
        if (tries === mostTries) throw outcome.again;
        await setTimeout(wait, undefined, { signal });
      }
    },
  };
}

interface Request {
  category: Category;
  method: 'GET' | Write['method'];
  url: string;
  body?: unknown;
}

type Outcome<Answer> =
  | { answer: Answer }
  /** To be asked again after so many milliseconds; `again` is what went wrong. */
  | { again: AccountError; wait: number | null };

function judged<Answer>(operation: Read<Answer>, { status, headers, text }: TextAnswer): Outcome<Answer> {
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

function written(
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

/** Expired, or ended because somebody asked for another one. */
function isTurnedAway(answer: TextAnswer): boolean {
  const { status } = answer;
  return status === 401 || (status === 400 && [124, 4_740, 4_741].includes(said(answer).code ?? 0));
}

const tokenTaken =
  'The account turns away each token as soon as it is given: another program uses the same app. Make an app for each host.';

function unreadable({ path }: Read<unknown>, error: z.core.$ZodError): string {
  const where = error.issues[0]?.path.join('.');
  return `The answer to ${path} can't be read${where ? ` (${where})` : ''}: it is none of the vendor's, or was cut.`;
}

function usedUp(wait: number): AccountError {
  const until = new Date(Date.now() + wait).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return new AccountError(
    'used_up',
    `The account's rate is used up until ${until}, by all programs together.`,
  );
}
