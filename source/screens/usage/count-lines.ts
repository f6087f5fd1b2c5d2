import { type Column, inColumns } from '../../components/columns.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import type { UsersOf } from '../../roster/usage.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';

const muted = { color: 'muted' } as const;
const barCells = 16;

const columns: Column[] = [{ min: 10, max: 30 }, { align: 'right' }, { leaves: 1 }];

/** How many users have each of these, the most first, with a bar beside the number. */
export function countLines(counts: readonly UsersOf[], width: number, look: Look): Span[][] {
  if (counts.length === 0) return [[span('none', muted)]];
  const most = Math.max(1, ...counts.map(count => count.users));
  const sorted = counts.toSorted((a, b) => b.users - a.users);
  const rows = sorted.map(({ name, users }) => [
    [span(visible(name), users === 0 ? muted : {})],
    [span(number(users), users === 0 ? muted : {})],
    [span(look.marks.meterFull.repeat(Math.ceil((users / most) * barCells)), { color: 'accent' })],
  ]);
  return inColumns(rows, columns, width, look);
}
