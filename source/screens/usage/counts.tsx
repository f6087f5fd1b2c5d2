import { Box } from 'ink';
import { type Block, lineBlock } from '../../components/blocks.tsx';
import { type Column, ColumnsRow, type ColumnWidths, columnWidths } from '../../components/columns.tsx';
import { span } from '../../components/span.tsx';
import type { Usage, UsersOf } from '../../roster/usage.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';

const columns: Column[] = [{ min: 10, max: 30 }, { align: 'right' }, { leaves: 1 }];

const barCells = 16;

/** From this room on roles and queues stand side by side, with a gap between. */
const sideBySideFrom = 96;
const gap = 3;

/** How many users have each role and queue, the most first, with a bar beside the number. */
export function countsBlocks({ roles, queues }: Usage, width: number): Block[] {
  if (width < sideBySideFrom)
    return [...countBlocks('Users by role', roles, width), ...countBlocks('Users by queue', queues, width)];
  const left = Math.floor(width / 2);
  return sideBySide(
    countBlocks('Users by role', roles, left - gap),
    countBlocks('Users by queue', queues, width - left),
    left,
  );
}

function countBlocks(title: string, counts: readonly UsersOf[], width: number): Block[] {
  const most = Math.max(1, ...counts.map(count => count.users));
  const sorted = counts.toSorted((a, b) => b.users - a.users);
  const rows = sorted.map(({ name, users }) => ({
    ...{ name: visible(name), users: number(users), isNone: users === 0 },
    bar: marks.meterFull.repeat(Math.ceil((users / most) * barCells)),
  }));
  const widths = columnWidths(
    rows.map(({ name, users, bar }) => [name, users, bar]),
    columns,
    width,
  );
  return [
    lineBlock(title, title, 'strong', 1),
    ...(rows.length === 0 ? [lineBlock(`no ${title}`, 'none', 'muted')] : []),
    ...rows.map(
      (row): Block => ({
        key: `${title} ${row.name}`,
        height: 1,
        draw: () => <CountRow row={row} widths={widths} />,
      }),
    ),
  ];
}

interface Count {
  name: string;
  users: string;
  bar: string;
  isNone: boolean;
}

function CountRow({ row: { name, users, bar, isNone }, widths }: { row: Count; widths: ColumnWidths }) {
  const theme = useTheme();
  const style = isNone ? theme.muted : theme.text;
  const cells = [[span(name, style)], [span(users, style)], [span(bar, theme.accent)]];
  return <ColumnsRow cells={cells} columns={columns} widths={widths} />;
}

/** Blocks of the same heights beside each other, as far as there are some on both sides. */
function sideBySide(left: readonly Block[], right: readonly Block[], leftWidth: number): Block[] {
  const longer = left.length > right.length ? left : right;
  return longer.map(({ key, height }, index) => ({
    key,
    height,
    draw: () => (
      <Box>
        <Box width={leftWidth} flexShrink={0}>
          {left[index]?.draw()}
        </Box>
        {right[index]?.draw()}
      </Box>
    ),
  }));
}
