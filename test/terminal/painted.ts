import { stripVTControlCharacters } from 'node:util';
import type { Frame } from '../../source/terminal/frame.ts';
import { createPainter, type Painter } from '../../source/terminal/painter.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { cellOf, createScreen, type ScreenCell, type ScreenTerminal } from './screen-model.ts';

/** A painter whose bytes go to a screen model. */
export interface Painted {
  painter: Painter;
  screen: ScreenTerminal;
  /** Gives the painter a frame, lets it draw; returns how many bytes that took. */
  show(frame: Frame): Promise<number>;
  /** What was written last. */
  last(): string;
  resize(columns: number, rows: number): void;
}

/** The screen measures as the program does, unless another one is given. */
export function createPainted(columns: number, rows: number, screen = createScreen(columns, rows)): Painted {
  let last = '';
  const write = (bytes: string): boolean => {
    last = bytes;
    screen.write(bytes);
    return true;
  };
  const painter = createPainter({ write }, { columns, rows });
  screen.write('\x1b[?1049h');
  painter.start();
  return {
    painter,
    screen,
    last: () => last,
    async show(frame) {
      last = '';
      painter.frame(frame);
      painter.flush();
      await new Promise<void>(resolve => screen.write('', resolve));
      return Buffer.byteLength(last);
    },
    resize(newColumns, newRows) {
      screen.resize(newColumns, newRows);
      painter.resize(newColumns, newRows);
    },
  };
}

export type SeenCell = Partial<ScreenCell> & { chars: string };

/** What a person sees in a cell: of a space's look only what shows. */
function seen(cell: ScreenCell): SeenCell {
  const { chars, width } = cell;
  if (chars !== '' && chars !== ' ') return cell;
  return width === 0 ? { chars: '', width } : blank(cell);
}

/** A space in the look of a cell. */
function blank({ chars, width, ...look }: SeenCell): SeenCell {
  if (look.inverse || look.underline || look.strikethrough) return { chars: ' ', ...look };
  return look.bg === undefined ? { chars: ' ' } : { chars: ' ', bg: look.bg };
}

/** All cells of a screen as a person sees them, one list a row. */
export function seenCells(screen: ScreenTerminal): SeenCell[][] {
  return Array.from({ length: screen.rows }, (_, y) =>
    Array.from({ length: screen.cols }, (_, x) => seen(cellOf(screen, x, y))),
  );
}

/** The cells that a frame is to show: its lines and its panel written as they are, by nobody's cleverness. */
export async function naively({ lines, panel }: Frame, columns: number, rows: number): Promise<SeenCell[][]> {
  const cells = await written(lines, columns, rows);
  if (!panel || panel.x >= columns) return cells;
  const over = await written(panel.lines, columns - panel.x, panel.lines.length);
  for (const [index, line] of panel.lines.entries()) {
    const row = cells[panel.y + index];
    if (row) cover(row, panel.x, over[index]!.slice(0, displayWidth(stripVTControlCharacters(line))));
  }
  return cells;
}

/** Lays `over` on `row` from `x` on; of a wide character that is half covered a blank stays. */
function cover(row: SeenCell[], x: number, over: readonly SeenCell[]): void {
  if (over.length === 0) return;
  const end = x + over.length;
  if (row[x]?.width === 0) row[x - 1] = blank(row[x - 1]!);
  if (row[end]?.width === 0) row[end] = blank(row[end - 1]!);
  row.splice(x, over.length, ...over);
}

async function written(lines: readonly string[], columns: number, rows: number): Promise<SeenCell[][]> {
  const screen = createScreen(columns, rows);
  const bytes = lines.slice(0, rows).map((line, y) => `\x1b[${y + 1}H\x1b[m${line}`);
  await new Promise<void>(resolve => screen.write(`\x1b[?7l${bytes.join('')}`, resolve));
  const cells = seenCells(screen);
  screen.dispose();
  return cells;
}
