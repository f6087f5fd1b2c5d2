/** One line of the table. */
export interface Figure {
  what: string;
  /** Empty where there is none. */
  budget: string;
  value: string;
  /** Null: told for information, not judged. */
  ok: boolean | null;
}

export type Unit = 'ms' | 's' | '×' | '%' | 'bytes' | 'MB' | '/s' | '';

/** What a number must not go over, or under. */
export interface Limit {
  most?: number;
  least?: number;
}

/** A figure of one number with one limit; `detail` says what it was made of. */
export function figure(what: string, value: number, limit: Limit, unit: Unit, detail = ''): Figure {
  const { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY } = limit;
  return {
    what,
    budget: budgetOf(limit, unit),
    value: amount(value, unit) + (detail && `  (${detail})`),
    ok: limit.most === undefined && limit.least === undefined ? null : value <= most && value >= least,
  };
}

function budgetOf({ most, least }: Limit, unit: Unit): string {
  if (most === 0) return amount(0, unit);
  if (most !== undefined) return `≤ ${amount(most, unit)}`;
  return least === undefined ? '' : `≥ ${amount(least, unit)}`;
}

/** A figure that is judged elsewhere, told in words. */
export function said(what: string, budget: string, value: string, ok: boolean | null): Figure {
  return { what, budget, value, ok };
}

/** `12.3 ms`: as many digits as say something. */
export function amount(value: number, unit: Unit): string {
  if (Number.isNaN(value)) return '–';
  if (value === Number.POSITIVE_INFINITY) return 'never';
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toLocaleString('en-US', { maximumFractionDigits: digits });
  return unit === '' ? text : unit === '/s' ? `${text}/s` : `${text} ${unit}`;
}
