import type { Data } from './data/cache.ts';
import type { Figure } from './figure.ts';

/** What the measurements work on. */
export interface Bench {
  /** The roster that is measured. */
  data: Data;
  /** One of 1,000 users, beside which the big one must not be felt. */
  small: Data;
  /** What `node -e 0` takes in this run: times are judged as multiples of it. Milliseconds. */
  nothing: number;
  /** Of the usual number of repetitions, the share that is made: 1 is all of them. */
  share: number;
  /** Says on stderr what goes on. */
  tell(step: string): void;
}

export interface Section {
  /** As `--only` names it. */
  name: string;
  title: string;
  measure(bench: Bench): Promise<Figure[]>;
}

/** So many repetitions, or a share of them, but never fewer than three. */
export function repetitions(bench: Pick<Bench, 'share'>, all: number): number {
  return Math.max(3, Math.round(all * bench.share));
}
