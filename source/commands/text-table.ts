import { visible } from '../terminal/escape.ts';
import { displayWidth, fit as fitted } from '../terminal/width.ts';
import type { Io } from './io.ts';
import type { Common } from './options.ts';
import { isPlain } from './plain.ts';

const gap = '  ';
const narrowest = 8;
/** Columns are as wide as these rows need; later ones may run over. */
const measured = 500;

export interface TableLook {
  /** Cells of the terminal, which no line exceeds; absent off a terminal and for plain output, where nothing is cut. */
  width?: number;
  /** Dims the titles. */
  color: boolean;
}

type Wishes = Pick<Common, 'color' | 'plain'>;

/** How tables look on this stdout. */
export function tableLook(io: Io, options: Wishes): TableLook {
  if (!io.stdout.isTTY || isPlain(io, options)) return { color: false };
  return { width: io.stdout.columns || 80, color: options.color !== false && !io.env.NO_COLOR };
}

/** How tables look that come before a question, on stderr. */
export function questionLook(io: Io, options: Wishes): TableLook {
  return isPlain(io, options) ? { color: false } : { width: io.stderr.columns || 80, color: false };
}

/** Titles and rows as aligned lines; what is in the cells cannot move the cursor or the line. Nothing if there are no rows. */
export async function* tableLines(
  titles: readonly string[],
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  look: TableLook,
): AsyncGenerator<string> {
  let first: string[][] | null = [];
  let widths: number[] = [];
  for await (const row of rows) {
    const cells = row.map(visible);
    if (!first) {
      yield line(cells, widths, look);
      continue;
    }
    first.push(cells);
    if (first.length < measured) continue;
    widths = columnWidths([[...titles], ...first], look);
    yield head(titles, widths, look) + first.map(cells => line(cells, widths, look)).join('');
    first = null;
  }
  if (!first || first.length === 0) return;
  widths = columnWidths([[...titles], ...first], look);
  yield head(titles, widths, look) + first.map(cells => line(cells, widths, look)).join('');
}

function columnWidths(rows: readonly string[][], { width }: TableLook): number[] {
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

function head(titles: readonly string[], widths: readonly number[], look: TableLook): string {
  const text = line(titles, widths, look);
  return look.color ? `\x1b[2m${text.trimEnd()}\x1b[22m\n` : text;
}

function line(cells: readonly string[], widths: readonly number[], { width }: TableLook): string {
  const padded = cells.map((cell, column) => {
    const wanted = widths[column] ?? 0;
    return width === undefined && displayWidth(cell) > wanted ? cell : fitted(cell, wanted);
  });
  return `${padded.join(gap).trimEnd()}\n`;
}
