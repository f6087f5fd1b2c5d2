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

/** What a person sees in a cell: of a space's style only what shows. */
export function seen(cell: ScreenCell): SeenCell {
  const { chars, width } = cell;
  if (chars !== '' && chars !== ' ') return cell;
  return width === 0 ? { chars: '', width } : blank(cell);
}

/** A space in the style of a cell. */
function blank({ chars, width, ...style }: SeenCell): SeenCell {
  if (style.inverse || style.underline || style.strikethrough) return { chars: ' ', ...style };
  return style.bg === undefined ? { chars: ' ' } : { chars: ' ', bg: style.bg };
}

/** All cells of a screen as a person sees them, one list a row. */
export function seenCells(screen: ScreenTerminal): SeenCell[][] {
  return Array.from({ length: screen.rows }, (_, y) =>
    Array.from({ length: screen.cols }, (_, x) => seen(cellOf(screen, x, y))),
  );
}

/** The cells that a frame is to show: its lines written as they are, by nobody's cleverness. */
export async function naively(frame: string, columns: number, rows: number): Promise<SeenCell[][]> {
  const screen = createScreen(columns, rows);
  const lines = frame.split('\n').slice(0, rows);
  const bytes = lines.map((line, y) => `\x1b[${y + 1}H\x1b[m${line}`);
  await new Promise<void>(resolve => screen.write(`\x1b[?7l${bytes.join('')}`, resolve));
  const cells = seenCells(screen);
  screen.dispose();
  return cells;
}

/**
 * A row as stretches of one style, which are easier to read than cells: `Ana`, `▸ Ana [bg 25, fg 231]`. A blank without a
 * style of its own belongs to what stands before it, unless it would be seen not to.
 */
export function runs(row: readonly SeenCell[]): string[] {
  const all: { text: string; style: string }[] = [];
  for (const { chars, width: _, ...shown } of row) {
    const style = styleOf(shown);
    const last = all.at(-1);
    const joins =
      last && (last.style === style || (chars === ' ' && style === '' && !fills.test(last.style)));
    if (joins) last.text += chars;
    else all.push({ text: chars, style });
  }
  return all.map(({ text, style }) => (style === '' ? text : `${text} [${style}]`));
}

const fills = /bg|inverse|underline|strikethrough/;

function styleOf(style: Partial<ScreenCell>): string {
  return Object.entries(style)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .sort()
    .join(', ');
}
