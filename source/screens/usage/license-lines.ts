import { type Column, inColumns } from '../../components/columns.ts';
import { type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { meter } from '../../components/meter.ts';
import { wrapped } from '../../components/wrap.ts';
import type { PoolUse } from '../../roster/facts.ts';
import { graceOf } from '../../roster/grace.ts';
import { localClock } from '../../roster/local-time.ts';
import type { Usage } from '../../roster/usage.ts';
import { capitalized, number } from '../../roster/words.ts';

const muted = { color: 'muted' } as const;
const barCells = 20;

const columns: Column[] = [
  {},
  { align: 'right' },
  { align: 'right' },
  { align: 'right' },
  { align: 'right' },
  { leaves: 1 },
];

/** Between the table and what stands right of it. */
const gap = 2;

/** Each package: how many users hold it, how many are signed in, and how many of its licenses are taken. */
export function licenseLines(usage: Usage, width: number, look: Look): Span[][] {
  const counted = usage.license_model === 'named' ? 'Users' : 'Signed in';
  const heads = ['Package', 'Users', 'Signed in', 'Licenses', 'Left', ''].map(title => [
    span(title, title === counted ? { color: 'accent' } : muted),
  ]);
  const rows = usage.pools.map(pool => poolCells(pool, usage, look));
  const table = inColumns([heads, ...rows], columns, width, look);
  const notes = usage.pools.map(pool => graceSpans(pool, usage.at));
  const room = width - Math.max(...table.map(spansWidth)) - gap;
  if (notes.every(note => spansWidth(note) <= room))
    return table.map((line, index) => [...line, span(' '.repeat(gap)), ...(notes[index - 1] ?? [])]);
  // What costs money is never cut: where it has no room beside the bars it stands below them.
  return [...table, ...usage.pools.flatMap((pool, index) => graceBelow(pool, notes[index] ?? [], width))];
}

function graceBelow({ package_name }: PoolUse, note: readonly Span[], width: number): Span[][] {
  return note.flatMap(({ text, style }) => wrapped(`${capitalized(package_name)}: ${text}`, width, style));
}

function poolCells(pool: PoolUse, usage: Usage, look: Look): Span[][] {
  const count = usage.packages.find(({ package_name }) => package_name === pool.package_name);
  const { used, total, package_name } = pool;
  const left = total - used;
  const unused = total === 0 && used === 0;
  const style = unused ? muted : {};
  return [
    [span(capitalized(package_name), style)],
    [span(number(count?.users ?? 0), style)],
    [span(number(count?.signed_in ?? 0), style)],
    [span(number(total), style)],
    [
      span(
        number(left),
        left < 0 ? { color: 'danger', bold: true } : left === 0 && !unused ? { color: 'warning' } : style,
      ),
    ],
    unused ? [] : meter(used, total, barCells, look),
  ];
}

/** Since when a pool is exceeded, and until when that costs nothing (domain rule 4). */
function graceSpans(pool: PoolUse, at: string): Span[] {
  const grace = graceOf(pool, new Date(at));
  if (!grace) return [];
  const since = `over since ${localClock(grace.exceededSince)}, `;
  const until = localClock(grace.graceUntil);
  return grace.overdue
    ? [span(`${since}billed since ${until}`, { color: 'danger' })]
    : [span(`${since}free until ${until}`, { color: 'warning' })];
}
