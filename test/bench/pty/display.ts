import { createHash } from 'node:crypto';
import { createScreen, linesOf } from '../../terminal/screen-model.ts';
import type { Frame } from './frames.ts';

/** What each line of a screen shows, with its colors: two lines that look the same are the same text. */
export type Picture = readonly (readonly string[])[];

/** A terminal that draws frames after they were recorded. */
export interface Display {
  draw(frame: Frame): Promise<void>;
  /** The visible lines as text. */
  lines(): string[];
  /** Every cell: what it shows and how. */
  picture(): Picture;
  close(): void;
}

export function createDisplay(columns: number, rows: number): Display {
  const screen = createScreen(columns, rows);
  const cell = screen.buffer.active.getNullCell();
  return {
    draw: frame => new Promise(resolve => screen.write(frame.bytes, resolve)),
    lines: () => linesOf(screen),
    picture() {
      const buffer = screen.buffer.active;
      const picture: string[][] = [];
      for (let y = 0; y < rows; y++) {
        const line = buffer.getLine(buffer.baseY + y);
        const cells: string[] = [];
        for (let x = 0; x < columns; x++) cells.push(styleOf(line?.getCell(x, cell)));
        picture.push(cells);
      }
      return picture;
    },
    close: () => screen.dispose(),
  };
}

type Cell = ReturnType<ReturnType<typeof createScreen>['buffer']['active']['getNullCell']>;

/** A blank that is drawn as a space and one that was erased look the same. */
function styleOf(cell: Cell | undefined): string {
  if (!cell) return ' ';
  const chars = cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
  const background = `${cell.getBgColorMode()}.${cell.getBgColor()}`;
  const lines = `${cell.isInverse()}.${cell.isUnderline()}.${cell.isStrikethrough()}`;
  if (chars === ' ' && lines === '0.0.0') return ` ${background}`;
  const letters = `${cell.isBold()}.${cell.isDim()}.${cell.isItalic()}`;
  return `${chars} ${background} ${cell.getFgColorMode()}.${cell.getFgColor()} ${lines} ${letters}`;
}

/** How many cells differ. */
export function changedCells(before: Picture, after: Picture): number {
  let count = 0;
  for (const [y, cells] of after.entries())
    for (const [x, style] of cells.entries()) if (before[y]?.[x] !== style) count++;
  return count;
}

/** A short text for how the lines above `toLine` look: the same for the same style. */
export function digest(picture: Picture, toLine: number): string {
  const hash = createHash('sha1');
  for (const cells of picture.slice(0, toLine)) hash.update(cells.join('\0'));
  return hash.digest('base64');
}

/** The text of a line. */
export function textOf(picture: Picture, line: number): string {
  return picture[line]!.map(style => style.slice(0, style.indexOf(' ') || 1)).join('');
}

/** Whether these lines look the same; `to` is not included. */
export function sameLines(one: Picture, other: Picture, from: number, to: number): boolean {
  for (let y = from; y < to; y++)
    for (const [x, style] of one[y]!.entries()) if (other[y]?.[x] !== style) return false;
  return true;
}
