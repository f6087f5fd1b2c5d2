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
