import { Box, Text } from 'ink';
import { displayWidth } from '../terminal/width.ts';
import { useTheme } from '../theme/theme-context.ts';
import { fitSpans, type Span, Spans, span, spansWidth } from './span.tsx';

/** How a column of a small table takes its room; as wide as its widest cell unless told. */
export interface Column {
  align?: 'left' | 'right';
  /** Cells beyond which it does not grow. */
  max?: number;
  /** Cells to which it may shrink; without this it keeps its width. */
  min?: number;
  /** Where there is too little room even so, the column with the lowest number goes first; without one it stays. */
  leaves?: number;
}

/** A row of a small table: each cell as spans. */
export type Cells = readonly (readonly Span[])[];

/** Cells of the screen for each column; null for those that leave. */
export type ColumnWidths = readonly (number | null)[];

const gap = 2;

/** A small table of at most `width` cells: rows with their cells below each other, a line each. */
export function Columns({
  rows,
  columns,
  width,
}: {
  rows: readonly Cells[];
  columns: readonly Column[];
  width: number;
}) {
  const texts = rows.map(cells => cells.map(spans => spans.map(({ text }) => text).join('')));
  const widths = columnWidths(texts, columns, width);
  return rows.map((cells, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is the one of its place
    <ColumnsRow key={index} cells={cells} columns={columns} widths={widths} />
  ));
}

/** The heads of such a table whose rows have `indent` cells before them. */
export function ColumnHeads({
  heads,
  columns,
  widths,
  indent,
}: {
  heads: readonly string[];
  columns: readonly Column[];
  widths: ColumnWidths;
  indent: number;
}) {
  const theme = useTheme();
  const titles = heads.map(head => [span(head)]);
  return (
    <Box flexShrink={0}>
      <Text wrap="truncate" {...theme.muted}>
        {' '.repeat(indent)}
        <Spans spans={inColumns(titles, columns, widths)} />
      </Text>
    </Box>
  );
}

/** One row of such a table, where its widths are known. */
export function ColumnsRow({
  cells,
  columns,
  widths,
}: {
  cells: Cells;
  columns: readonly Column[];
  widths: ColumnWidths;
}) {
  const theme = useTheme();
  return (
    <Text wrap="truncate" {...theme.text}>
      <Spans spans={inColumns(cells, columns, widths)} />
    </Text>
  );
}

/** The cells of a row in their columns. */
export function inColumns(cells: Cells, columns: readonly Column[], widths: ColumnWidths): Span[] {
  const placed = cells.flatMap((cell, index): Span[][] => {
    const room = widths[index];
    return room === undefined || room === null ? [] : [aligned(cell, room, columns[index])];
  });
  return placed.flatMap((cell, index) => (index === 0 ? cell : [span(' '.repeat(gap)), ...cell]));
}

function aligned(cell: readonly Span[], width: number, column: Column | undefined): Span[] {
  const missing = width - spansWidth(cell);
  if (column?.align === 'right' && missing > 0) return [span(' '.repeat(missing)), ...cell];
  return fitSpans(cell, width);
}

/** How wide the columns of these rows are where there are `width` cells for all; a row is the texts of its cells. */
export function columnWidths(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
): ColumnWidths {
  const widths: (number | null)[] = columns.map(({ max }, index) => {
    const widest = Math.max(0, ...rows.map(texts => displayWidth(texts[index] ?? '')));
    return Math.min(widest, max ?? widest);
  });
  const smallest = (index: number) => Math.min(widths[index] ?? 0, columns[index]?.min ?? widths[index] ?? 0);
  const leaving = columns
    .map((column, index) => ({ index, leaves: column.leaves }))
    .filter(column => column.leaves !== undefined)
    .sort((a, b) => (a.leaves ?? 0) - (b.leaves ?? 0));
  for (const { index } of leaving) {
    if (total(widths.map((own, place) => (own === null ? null : smallest(place)))) <= width) break;
    widths[index] = null;
  }
  shrink(widths, width, smallest);
  // Even that is too much: rather a column that says less than the last one cut off.
  shrink(widths, width, index => (columns[index]?.min === undefined ? (widths[index] ?? 0) : leastCells));
  return widths;
}

/** Cells in which a column still says something. */
const leastCells = 8;

/** Takes from the columns with most to spare until all fit in `width` cells, or none may get smaller. */
function shrink(widths: (number | null)[], width: number, smallest: (index: number) => number) {
  for (let over = total(widths) - width; over > 0; over = total(widths) - width) {
    const widest = widths
      .map((own, index) => ({ index, spare: own === null ? 0 : own - smallest(index) }))
      .reduce((most, next) => (next.spare > most.spare ? next : most), { index: -1, spare: 0 });
    if (widest.index < 0) break;
    widths[widest.index]! -= Math.min(over, Math.ceil(widest.spare / 4));
  }
}

function total(widths: ColumnWidths): number {
  const shown = widths.filter(width => width !== null);
  return shown.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, shown.length - 1);
}
