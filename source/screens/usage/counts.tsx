import { lineBlock } from '../../components/blocks.tsx';
import { type Column, ColumnsRow, type ColumnWidths, columnWidths } from '../../components/columns.tsx';
import { span } from '../../components/span.tsx';
import type { UsersOf } from '../../roster/licenses/usage.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { Opens, UsageBlock } from './blocks.ts';

const columns: Column[] = [{ min: 10, max: 30 }, { align: 'right' }, {}];

/** Cells between the columns, and the fewest that a bar is worth drawing in. */
const gaps = 4;
const leastBar = 8;

type Count = UsersOf & { opens: Opens };

/**
 * How many users have each role and queue, by title, the most first, with bars below each other that take the room that is
 * left.
 */
export function countBlocks(
  sections: Readonly<Record<string, readonly Count[]>>,
  width: number,
): UsageBlock[] {
  const texts = Object.values(sections).flatMap(counts =>
    counts.map(({ name, users }) => [visible(name), number(users), '']),
  );
  const [nameWidth = 0, numberWidth = 0] = columnWidths(texts, columns, width).map(cells => cells ?? 0);
  const bar = width - nameWidth - numberWidth - gaps;
  const widths: ColumnWidths = [nameWidth, numberWidth, bar >= leastBar ? bar : null];
  return Object.entries(sections).flatMap(([title, counts]) => sectionBlocks(title, counts, widths));
}

function sectionBlocks(title: string, counts: readonly Count[], widths: ColumnWidths): UsageBlock[] {
  const most = Math.max(1, ...counts.map(count => count.users));
  const bar = widths.at(-1) ?? 0;
  return [
    lineBlock(title, title, 'strong', 1),
    ...(counts.length === 0 ? [lineBlock(`no ${title}`, 'none', 'muted')] : []),
    ...counts
      .toSorted((a, b) => b.users - a.users)
      .map(
        ({ id, name, users, opens }): UsageBlock => ({
          key: `${title} ${id}`,
          height: 1,
          opens: new Map([[0, opens]]),
          draw: () => (
            <CountRow
              name={visible(name)}
              users={users}
              bar={Math.ceil((users / most) * bar)}
              widths={widths}
            />
          ),
        }),
      ),
  ];
}

interface CountRowProps {
  name: string;
  users: number;
  /** Cells. */
  bar: number;
  widths: ColumnWidths;
}

function CountRow({ name, users, bar, widths }: CountRowProps) {
  const theme = useTheme();
  const style = users === 0 ? theme.muted : theme.text;
  const cells = [
    [span(name, style)],
    [span(number(users), style)],
    [span(marks.meterFull.repeat(bar), theme.accent)],
  ];
  return <ColumnsRow cells={cells} columns={columns} widths={widths} />;
}
