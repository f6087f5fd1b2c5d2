import { type Span, span } from './line.ts';
import type { Look } from './look.ts';

/** A bar of `cells` cells that fills with `used` of `total`; it warns when nearly full and alarms when full. */
export function meter(used: number, total: number, cells: number, look: Look): Span[] {
  const share = total > 0 ? used / total : used > 0 ? 1 : 0;
  // The last cell fills only when nothing is left, the first as soon as anything is used.
  const full = share >= 1 ? cells : Math.min(cells - 1, Math.ceil(share * cells));
  const color = share >= 1 ? 'danger' : share >= 0.95 ? 'warning' : 'accent';
  return [
    span(look.marks.meterFull.repeat(full), { color }),
    span(look.marks.meterEmpty.repeat(cells - full), { color: 'muted' }),
  ];
}
