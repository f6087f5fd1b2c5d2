import { setTimeout } from 'node:timers/promises';
import type { Write } from '../../roster/push/operations.ts';
import type { Category } from '../../roster/push/rate-limits.ts';
import type { Read } from '../reads/list-read.ts';
import { AccountError } from './account-error.ts';
import {
  firstWait,
  isTurnedAway,
  judged,
  longestWait,
  tokenTaken,
  usedUp,
  type Written,
  written,
} from './answers.ts';
import { fetchText, type Limits, type TextAnswer, usualLimits } from './fetch-text.ts';
import type { Rates } from './rates.ts';
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

/** A client that sends as fast as `rates` lets it, with a token of `tokens`. */
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
    if (isTurnedAway(again)) throw tokenTaken(again);
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
