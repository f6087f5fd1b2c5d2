import { fitSpans, type Span, span, spansWidth } from './line.ts';
import type { Look } from './look.ts';

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
export type Cells = readonly Span[][];

const gap = 2;

/** Rows with their cells below each other, in lines of at most `width` cells. */
export function inColumns(
  rows: readonly Cells[],
  columns: readonly Column[],
  width: number,
  look: Look,
): Span[][] {
  const widths = columnWidths(rows, columns, width);
  return rows.map(cells => {
    const placed = cells.flatMap((cell, index): Span[][] => {
      const room = widths[index];
      return room === undefined || room === null ? [] : [aligned(cell, room, columns[index], look)];
    });
    return placed.flatMap((cell, index) => (index === 0 ? cell : [span(' '.repeat(gap)), ...cell]));
  });
}

function aligned(cell: Span[], width: number, column: Column | undefined, look: Look): Span[] {
  const missing = width - spansWidth(cell);
  if (column?.align === 'right' && missing > 0) return [span(' '.repeat(missing)), ...cell];
  return fitSpans(cell, width, look);
}

/** Cells for each column; null for those that leave. */
function columnWidths(rows: readonly Cells[], columns: readonly Column[], width: number): (number | null)[] {
  const widths: (number | null)[] = columns.map(({ max }, index) => {
    const widest = Math.max(0, ...rows.map(cells => spansWidth(cells[index] ?? [])));
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
  for (let over = total(widths) - width; over > 0; over = total(widths) - width) {
    const widest = widths
      .map((own, index) => ({ index, spare: own === null ? 0 : own - smallest(index) }))
      .reduce((most, next) => (next.spare > most.spare ? next : most), { index: -1, spare: 0 });
    if (widest.index < 0) break;
    widths[widest.index]! -= Math.min(over, Math.ceil(widest.spare / 4));
  }
  return widths;
}

function total(widths: readonly (number | null)[]): number {
  const shown = widths.filter(width => width !== null);
  return shown.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, shown.length - 1);
}
