import { apart, type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { meter } from '../../components/meter.ts';
import type { PoolUse } from '../../roster/facts.ts';
import { localClock } from '../../roster/local-time.ts';
import { capitalized, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import type { App } from '../app.ts';

const meterCells = 11;
const muted = { color: 'muted' } as const;

/** Account, licenses, operator. In a narrow terminal the role leaves first, then via, the bar, and the account's name. */
export function headerLine({ account, viewer }: App, width: number, look: Look): Span[] {
  const operator = span(visible(viewer.operator_name), { bold: true });
  const via = viewer.via ? [span(` via ${viewer.via}`, muted)] : [];
  const role = span(` ${look.marks.dot} ${visible(viewer.role_name)}`, muted);
  const licenses = licenseSpans(scarcest(account.pools), account.license_model);
  const bar = [span(' '), ...meterSpans(scarcest(account.pools), look)];
  // A long name gives way before anything else leaves.
  const account_name = visible(account.account_name);
  const nameWidth = Math.min(displayWidth(account_name), Math.max(20, Math.floor(width / 3)));
  const name = [span(' '), span(fit(account_name, nameWidth, look.marks), { bold: true })];
  if (!viewer.mayEdit) name.push(span('  read only', { color: 'warning' }));
  const right: Span[][] = [
    [...licenses, ...bar, span('   '), operator, ...via, role, span(' ')],
    [...licenses, ...bar, span('   '), operator, ...via, span(' ')],
    [...licenses, ...bar, span('   '), operator, span(' ')],
    [...licenses, span('   '), operator, span(' ')],
  ];
  const fits = right.find(spans => spansWidth(name) + 3 + spansWidth(spans) <= width);
  if (fits) return apart(name, fits, width, look);
  return apart([], right.at(-1)!, width, look);
}

/** The pool with least left; the one that stands empty-handed is told before one nobody bought. */
export function scarcest(pools: readonly PoolUse[]): PoolUse | null {
  const bought = pools.filter(pool => pool.total > 0 || pool.used > 0);
  const left = (pool: PoolUse) => pool.total - pool.used;
  return bought.reduce<PoolUse | null>(
    (least, pool) => (least && left(least) <= left(pool) ? least : pool),
    null,
  );
}

function licenseSpans(pool: PoolUse | null, model: string): Span[] {
  if (!pool) return [span('No licenses', muted)];
  return [
    span(`${capitalized(pool.package_name)} `, muted),
    span(`${number(pool.used)}/${number(pool.total)}`),
    span(` ${model}`, muted),
    ...overSince(pool, model),
  ];
}

/** Under the concurrent model more may be signed in than there are licenses, for a while (domain rule 4). */
function overSince({ used, total, exceeded_since }: PoolUse, model: string): Span[] {
  if (model !== 'concurrent' || !exceeded_since || used <= total) return [];
  return [span(` over since ${localClock(exceeded_since)}`, { color: 'danger', bold: true })];
}

function meterSpans(pool: PoolUse | null, look: Look): Span[] {
  return pool ? meter(pool.used, pool.total, meterCells, look) : [];
}
