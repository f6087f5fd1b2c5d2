import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
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

/** Asks the vendor's account; what is written goes another way, because it must not be sent twice. */
export interface AccountClient {
  /** Asks until there is an answer, a few times, as fast as the account allows. Throws AccountError. */
  read<Answer>(operation: Read<Answer>, asked?: Asked): Promise<Answer>;
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

  async function send(operation: Read<unknown>, url: string, token: string): Promise<TextAnswer> {
    used.add(token);
    await rates.turn(operation.category, signal);
    const answer = await fetchText(
      url,
      { headers: { authorization: `Bearer ${token}` } },
      { signal, limits },
    );
    rates.heard(operation.category, answer.headers);
    return answer;
  }

  /** With another token once, where the one at hand is turned away. */
  async function sendWithToken(operation: Read<unknown>, url: string): Promise<TextAnswer> {
    const token = await tokens.get(signal);
    const answer = await send(operation, url, token);
    if (!isTurnedAway(answer)) return answer;
    const again = await send(operation, url, await tokens.get(signal, token));
    if (isTurnedAway(again)) throw new AccountError('token_taken', tokenTaken, said(again).code);
    return again;
  }

  return {
    tokensUsed: () => used.size,
    async read(operation, { id = '', query = {} } = {}) {
      const path = operation.path.replace('{id}', encodeURIComponent(id));
      const more = new URLSearchParams(query).toString();
      const url = more === '' ? `${api}${path}` : `${api}${path}${path.includes('?') ? '&' : '?'}${more}`;
      for (let tries = 1; ; tries++) {
        const outcome = await sendWithToken(operation, url).then(
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
  if (code === 4_711)
    throw new AccountError(
      'scope_missing',
      `The app lacks the scope ${operation.scope}, for ${operation.purpose}.`,
      code,
    );
  if (status === 404) throw new AccountError('not_found', `${operation.path} has no such entry.`, code);
  throw new AccountError(
    'refused',
    `The account refuses ${operation.path} (HTTP ${status}${code === null ? '' : `, ${code}`})${message === '' ? '' : `: ${message}`}`,
    code,
  );
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
