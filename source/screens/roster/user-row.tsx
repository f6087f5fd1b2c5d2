import { Text } from 'ink';
import { memo } from 'react';
import { emailWidth, hiddenMatch, nameWithMatch } from '../../components/hidden-match.ts';
import { fitSpans, type Span, Spans, span } from '../../components/span.tsx';
import type { RowNews } from '../../roster/screen/news.ts';
import type { Row } from '../../roster/users/row.ts';
import { marks } from '../../theme/marks.ts';
import type { Theme } from '../../theme/theme.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { cell } from './cells.ts';
import { columnGap, type PlacedColumn } from './columns.ts';

/** Cells before the first column: cursor, what others did or what waits, check mark. */
export const rowPrefix = 5;

interface UserRowProps {
  row: Row;
  width: number;
  placed: readonly PlacedColumn[];
  /** Folded words that are searched for. */
  words: readonly string[];
  /** The queue that is filtered by stands first, so that it is seen why somebody is here. */
  queue: string | null;
  isCurrent: boolean;
  check: 'selected' | 'inRange' | 'unselected';
  /** Somebody else just added or changed them. */
  news: RowNews | null;
}

/** A user in the table: one `<Text>`, because a box a cell takes twice as long, and drawn anew only where it differs. */
export const UserRow = memo(function UserRow({
  row,
  width,
  placed,
  words,
  queue,
  isCurrent,
  check,
  news,
}: UserRowProps) {
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const base = row.status === 'inactive' ? theme.muted : theme.text;
  const widths = Object.fromEntries(
    placed.map(column => [column.id, column.id === 'email' ? emailWidth(row.email, column) : column.width]),
  );
  const hidden = hiddenMatch(row, widths, words);
  const shown = withFirst(row, queue);
  const cells = placed.flatMap((column, place) => [
    span(place === 0 ? '' : ' '.repeat(columnGap)),
    ...(column.id === 'name' && hidden !== null
      ? nameWithMatch(row.name, hidden, column.width, words, own)
      : cell(shown, column, words, own)),
  ]);
  const cursor = span(` ${isCurrent ? marks.cursor : ' '}`, own.strong);
  const spans = [cursor, signSpan(news, row.pending, own), checkSpan(check, own), ...cells];
  if (!isCurrent)
    return (
      <Text wrap="truncate">
        <Spans spans={spans} style={base} />
      </Text>
    );
  return (
    <Text wrap="truncate" {...theme.cursorRow}>
      <Spans spans={fitSpans(spans, width)} />
    </Text>
  );
}, isSame);

function withFirst(row: Row, queue: string | null): Row {
  if (queue === null || !row.queues.includes(queue)) return row;
  return { ...row, queues: [queue, ...row.queues.filter(name => name !== queue)] };
}

/** What others just did, else what is between here and the account. */
function signSpan(news: RowNews | null, pending: Row['pending'], theme: Theme): Span {
  if (news) return span(news === 'added' ? marks.added : marks.updated, theme.accentStrong);
  if (pending === 'clash') return span(marks.changed, theme.warning);
  if (pending === 'refused') return span(marks.refused, theme.warningStrong);
  return pending === 'waits' ? span(marks.up, theme.accent) : span(' ');
}

function checkSpan(check: UserRowProps['check'], theme: Theme): Span {
  const style = { selected: theme.accentStrong, inRange: theme.accent, unselected: theme.muted }[check];
  return span(`${marks[check]} `, style);
}

/** Rows are read anew after each change: the same facts are another object then. */
function isSame(before: UserRowProps, after: UserRowProps): boolean {
  const { row: old, ...was } = before;
  const { row, ...is } = after;
  return (
    (Object.keys(is) as (keyof typeof is)[]).every(name => is[name] === was[name]) &&
    (row === old || sameRow(old, row))
  );
}

function sameRow(a: Row, b: Row): boolean {
  return (Object.keys(a) as (keyof Row)[]).every(key => {
    const [one, other] = [a[key], b[key]];
    if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
    return one.length === other.length && one.every((item, index) => item === other[index]);
  });
}
