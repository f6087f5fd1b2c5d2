import { type Figure, said } from './figure.ts';
import { inWords, summary } from './statistics.ts';

/** What times must not go over, as multiples of what an empty program takes in the same run. */
export interface Multiples {
  p95: number;
  worst?: number;
}

/**
 * p50, p95 and worst of `times`, judged as multiples of `nothing`, what `node -e 0` takes here and now: so a slow machine is
 * judged as a fast one. All in milliseconds; `detail` says what the times were made of.
 */
export function judgedTimes(
  what: string,
  times: readonly number[],
  most: Multiples,
  nothing: number,
  detail = `${times.length.toLocaleString('en-US')} keys`,
): Figure {
  const { p50, p95, worst } = summary(times);
  const multiple = (ms: number) => (ms / nothing).toFixed(2);
  const budget = `p95 ≤ ${most.p95}${most.worst === undefined ? '' : `, worst ≤ ${most.worst}`} ×`;
  const value = `${multiple(p50)} / ${multiple(p95)} / ${multiple(worst)} ×  (${inWords(summary(times))}, ${detail})`;
  const isOk = p95 <= most.p95 * nothing && worst <= (most.worst ?? Number.POSITIVE_INFINITY) * nothing;
  return said(`${what}, p50 / p95 / worst`, budget, value, isOk);
}
