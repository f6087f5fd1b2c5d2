import { setTimeout } from 'node:timers/promises';
import { type Category, limitsOf } from '../../roster/push/rate-limits.ts';
import type { Plan } from '../../roster/users/vocabulary.ts';

/** Milliseconds that a second's share is spread over: not all requests are on their way equally long. */
const second = 1_050;

/** Spreads requests evenly, so that no second has more than this roster's share of the account's rate. */
export interface Rates {
  /** Waits until a request of this category may go out. Throws what `signal` was aborted with. */
  turn(category: Category, signal: AbortSignal): Promise<void>;
  /** What an answer says of the rate: what the limit really is, or that nothing is left for a while. */
  heard(category: Category, headers: Headers): void;
}

/** `share` is how much of the account's rate is taken, above 0 and up to 1. */
export function createRates(plan: Plan, share: number): Rates {
  const limits = limitsOf(plan);
  /** Milliseconds from one request to the next. */
  const spacing = new Map<Category, number>();
  /** When the next one may go out, by `performance.now`. */
  const next = new Map<Category, number>();
  /** Whoever came last waits behind all others of the category: after a stall they do not go out all at once. */
  const line = new Map<Category, Promise<void>>();
  const spacingOf = (category: Category) => spacing.get(category) ?? second / (limits[category] * share);
  return {
    turn(category, signal) {
      const before = line.get(category) ?? Promise.resolve();
      const turn = before.then(async () => {
        const wait = (next.get(category) ?? 0) - performance.now();
        await setTimeout(Math.max(0, wait), undefined, { signal });
        next.set(category, Math.max(next.get(category) ?? 0, performance.now() + spacingOf(category)));
      });
      line.set(
        category,
        turn.catch(() => {}),
      );
      return turn;
    },
    heard(category, headers) {
      const limit = Number(headers.get('x-ratelimit-limit'));
      const isOfSeconds = /^qps$/i.test(headers.get('x-ratelimit-type') ?? '');
      if (!isOfSeconds) return;
      if (limit > 0) spacing.set(category, second / (limit * share));
      const wait = waitAsked(headers, Date.now());
      if (wait) next.set(category, Math.max(next.get(category) ?? 0, performance.now() + wait));
    },
  };
}

/**
 * For how many milliseconds an answer says to wait: by `Retry-After` as seconds, as an HTTP date or as an ISO date-time, else
 * by `X-RateLimit-Reset` (Unix seconds) where nothing is left. Null where it does not say.
 */
export function waitAsked(headers: Headers, now: number): number | null {
  const after = headers.get('retry-after')?.trim();
  if (after) {
    if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1_000;
    const until = Date.parse(after);
    if (!Number.isNaN(until)) return Math.max(0, until - now);
  }
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining') === '0' && reset > 0) return Math.max(0, reset * 1_000 - now);
  return null;
}
