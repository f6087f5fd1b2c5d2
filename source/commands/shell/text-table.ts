import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit as fitted } from '../../terminal/width.ts';
import type { Io } from './io.ts';
import type { Common } from './options.ts';
import { isPlain } from './plain.ts';

const gap = '  ';
const narrowest = 8;
/** Columns are as wide as these rows need; later ones may run over. */
const measured = 500;

export interface TableStyle {
  /** Cells of the terminal, which no line exceeds; absent off a terminal and for plain output, where nothing is cut. */
  width?: number;
  /** Dims the titles. */
  color: boolean;
}

type TableOptions = Pick<Common, 'color' | 'plain'>;

/** How tables look on this stdout. */
export function tableStyle(io: Io, options: TableOptions): TableStyle {
  if (!io.stdout.isTTY || isPlain(io, options)) return { color: false };
  return { width: io.stdout.columns || 80, color: options.color !== false && !io.env.NO_COLOR };
}

/** How tables look that come before a question, on stderr. */
export function questionStyle(io: Io, options: TableOptions): TableStyle {
  return isPlain(io, options) ? { color: false } : { width: io.stderr.columns || 80, color: false };
}

/** Titles and rows as aligned lines; what is in the cells cannot move the cursor or the line. Nothing if there are no rows. */
export async function* tableLines(
  titles: readonly string[],
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  style: TableStyle,
): AsyncGenerator<string> {
  let first: string[][] | null = [];
  let widths: number[] = [];
  for await (const row of rows) {
    const cells = row.map(visible);
    if (!first) {
      yield line(cells, widths, style);
      continue;
    }
    first.push(cells);
    if (first.length < measured) continue;
    widths = columnWidths([[...titles], ...first], style);
    yield head(titles, widths, style) + first.map(cells => line(cells, widths, style)).join('');
    first = null;
  }
  if (!first || first.length === 0) return;
  widths = columnWidths([[...titles], ...first], style);
  yield head(titles, widths, style) + first.map(cells => line(cells, widths, style)).join('');
}

function columnWidths(rows: readonly string[][], { width }: TableStyle): number[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => displayWidth(row[column] ?? ''))));
  if (width === undefined) return widths;
  const total = () => widths.reduce((sum, each) => sum + each + gap.length, -gap.length);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= narrowest) break;
    widths[widest]!--;
  }
  return widths;
}

function head(titles: readonly string[], widths: readonly number[], style: TableStyle): string {
  const text = line(titles, widths, style);
  return style.color ? `\x1b[2m${text.trimEnd()}\x1b[22m\n` : text;
}

function line(cells: readonly string[], widths: readonly number[], { width }: TableStyle): string {
  const padded = cells.map((cell, column) => {
    const wanted = widths[column] ?? 0;
    return width === undefined && displayWidth(cell) > wanted ? cell : fitted(cell, wanted);
  });
  return `${padded.join(gap).trimEnd()}\n`;
}
