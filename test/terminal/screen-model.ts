import xterm from '@xterm/headless';
import { displayWidth, graphemes } from '../../source/terminal/width.ts';

/** What one cell of the screen shows. */
export interface ScreenCell {
  chars: string;
  /** 2 for the first cell of a wide character, 0 for its second. */
  width: number;
  /** A palette index, `#rrggbb`, or undefined for the terminal's own color. */
  fg: number | string | undefined;
  bg: number | string | undefined;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  inverse: boolean;
  strikethrough: boolean;
}

export type ScreenTerminal = InstanceType<typeof xterm.Terminal>;

/**
 * A terminal without a window that measures text as the program does; or, with `measure`, one that joins nothing and
 * takes for each character as many cells as that says.
 */
export function createScreen(
  columns: number,
  rows: number,
  measure?: (character: string) => 1 | 2,
): ScreenTerminal {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 500 });
  terminal.unicode.register(measure ? createSingleWidths(measure) : createWidths());
  terminal.unicode.activeVersion = WIDTHS;
  return terminal;
}

/** Writes bytes to a terminal as they come, cut anywhere: xterm's own decoder puts what follows a cut character elsewhere. */
export function byteWriter(terminal: ScreenTerminal): (bytes: Buffer, drawn: () => void) => void {
  const decoder = new TextDecoder();
  return (bytes, drawn) => terminal.write(decoder.decode(bytes, { stream: true }), drawn);
}

const WIDTHS = 'graphemes';

/** Joins code points to graphemes; a state is the number of the grapheme that was read so far. */
function createWidths() {
  const numbers = new Map<string, number>();
  const clusters: string[] = [''];
  const state = (cluster: string): number => {
    const known = numbers.get(cluster);
    if (known !== undefined) return known;
    numbers.set(cluster, clusters.length);
    clusters.push(cluster);
    return clusters.length - 1;
  };
  const widthOf = (text: string): 0 | 1 | 2 => Math.min(2, displayWidth(text)) as 0 | 1 | 2;
  return {
    version: WIDTHS,
    wcwidth: (codePoint: number) => widthOf(String.fromCodePoint(codePoint)),
    charProperties(codePoint: number, preceding: number): number {
      const character = String.fromCodePoint(codePoint);
      const before = clusters[preceding >> 3] ?? '';
      const joins = before !== '' && graphemes(before + character).length === 1;
      const cluster = joins ? before + character : character;
      const joined = joins || displayWidth(character) === 0;
      return (state(cluster) << 3) | (widthOf(cluster) << 1) | (joined ? 1 : 0);
    },
  };
}

function createSingleWidths(measure: (character: string) => 1 | 2) {
  const widthOf = (codePoint: number) => measure(String.fromCodePoint(codePoint));
  return {
    version: WIDTHS,
    wcwidth: widthOf,
    charProperties: (codePoint: number) => widthOf(codePoint) << 1,
  };
}

/** The visible lines, without trailing blanks. */
export function linesOf(terminal: ScreenTerminal): string[] {
  const buffer = terminal.buffer.active;
  const lines: string[] = [];
  for (let y = 0; y < terminal.rows; y++) {
    lines.push(
      buffer
        .getLine(buffer.baseY + y)
        ?.translateToString(true)
        .trimEnd() ?? '',
    );
  }
  return lines;
}

/** The cell in column `x` of row `y` of the visible screen, both counted from 0. */
export function cellOf(terminal: ScreenTerminal, x: number, y: number): ScreenCell {
  const buffer = terminal.buffer.active;
  const cell = buffer.getLine(buffer.baseY + y)?.getCell(x);
  if (!cell) throw new Error(`No cell ${x},${y} on a screen of ${terminal.cols}×${terminal.rows}`);
  const color = (isDefault: boolean, isRgb: boolean, value: number) =>
    isDefault ? undefined : isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
  return {
    chars: cell.getChars(),
    width: cell.getWidth(),
    fg: color(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    bg: color(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
    strikethrough: cell.isStrikethrough() !== 0,
  };
}
