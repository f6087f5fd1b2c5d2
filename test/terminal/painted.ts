import { createPainter, type Painter } from '../../source/terminal/painter.ts';
import { cellOf, createScreen, type ScreenCell, type ScreenTerminal } from './screen-model.ts';

/** A painter whose bytes go to a screen model. */
export interface Painted {
  painter: Painter;
  screen: ScreenTerminal;
  /** Gives the painter a frame, lets it draw; returns how many bytes that took. */
  show(frame: string): Promise<number>;
  /** What was written last. */
  last(): string;
  resize(columns: number, rows: number): void;
}

export function createPainted(columns: number, rows: number): Painted {
  const screen = createScreen(columns, rows);
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

/** What a person sees in a cell: of a space's look only what shows. */
function seen(cell: ScreenCell): Partial<ScreenCell> & { chars: string } {
  const { chars, width, ...look } = cell;
  if (chars !== '' && chars !== ' ') return cell;
  if (width === 0) return { chars: '', width };
  const marked = look.inverse || look.underline || look.strikethrough || look.bg !== undefined;
  return { chars: ' ', ...(marked ? { ...look } : {}) };
}

/** All cells of a screen as a person sees them, one list a row. */
export function seenCells(screen: ScreenTerminal): ReturnType<typeof seen>[][] {
  const rows = [];
  for (let y = 0; y < screen.rows; y++) {
    const row = [];
    for (let x = 0; x < screen.cols; x++) row.push(seen(cellOf(screen, x, y)));
    rows.push(row);
  }
  return rows;
}

/** A screen on which the lines of a frame were written one below the other, by nobody's cleverness. */
export async function naively(frame: string, columns: number, rows: number): Promise<ScreenTerminal> {
  const screen = createScreen(columns, rows);
  const lines = frame.split('\n').slice(0, rows);
  const bytes = lines.map((line, y) => `\x1b[${y + 1}H\x1b[m${line}`).join('');
  await new Promise<void>(resolve => screen.write(`\x1b[?7l${bytes}`, resolve));
  return screen;
}
