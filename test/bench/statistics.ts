import { amount, type Unit } from './figure.ts';

/** What a list of measurements comes to. One that never came is the slowest of all. NaN where there were none. */
export interface Summary {
  count: number;
  p50: number;
  p95: number;
  worst: number;
  mean: number;
}

export function summary(values: readonly number[]): Summary {
  const sorted = values
    .map(value => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value))
    .sort((a, b) => a - b);
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    worst: sorted.at(-1) ?? Number.NaN,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  };
}

/** The smallest value that at least this share of the sorted values does not go over. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return summary(values).p50;
}

/** `3.1 / 12 / 41 ms` */
export function inWords({ p50, p95, worst }: Summary, unit: Unit = 'ms'): string {
  return `${amount(p50, '')} / ${amount(p95, '')} / ${amount(worst, unit)}`;
}
