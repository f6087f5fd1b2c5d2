import { blankRow, parseRow, type Row } from './cells.ts';
import { drawRows } from './diff.ts';
import { drawLineMoves, findLineMoves, movedRows } from './line-moves.ts';
import { Pen } from './pen.ts';

/** Where the painter's bytes go. */
export interface Screen {
  /** Takes the bytes; false when no more should come until `drained` is called on the painter. */
  write(bytes: string): boolean;
}

export interface Painter {
  /** Takes a whole frame: lines of text with SGR codes. The newest one is drawn at the end of this turn. */
  frame(frame: string): void;
  /** The terminal has another size now: the frame is drawn whole, after a moment for laying it out anew. */
  resize(columns: number, rows: number): void;
  /** Draws everything again, whatever is on screen. */
  repaint(): void;
  /** The screen takes bytes again. */
  drained(): void;
  /** Between these two nothing is written; `start` draws everything. A painter begins stopped. */
  start(): void;
  stop(): void;
  /** Draws what waits now, not at the end of the turn. */
  flush(): void;
}

// A frame for a new size comes a turn or two later, and dragging a window sends many sizes.
const LAYOUT_MS = 16;
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';
// No cursor, no wrapping at the right edge, no return with a line feed, no margins, default style, empty screen.
const CLEAR = '\x1b[?25l\x1b[?7l\x1b[20l\x1b[r\x1b[m\x1b[H\x1b[2J';

/**
 * A painter for a screen of this size: it brings frames to the screen by writing what differs from the frame before, one
 * write a frame. While the screen takes no bytes only the newest frame is kept.
 */
export function createPainter(screen: Screen, size: { columns: number; rows: number }): Painter {
  let { columns, rows } = size;
  let newest: string | undefined;
  let rowsOf = createFrameRows(columns, rows);
  /** Undefined while what is on screen is unknown. */
  let shown: Row[] | undefined;
  let drawn: string | undefined;
  let running = false;
  let blocked = false;
  let scheduled: NodeJS.Immediate | undefined;
  let held: NodeJS.Timeout | undefined;

  const schedule = (): void => {
    if (running && !blocked && !held) scheduled ??= setImmediate(flush);
  };

  const unschedule = (): void => {
    clearImmediate(scheduled);
    clearTimeout(held);
    scheduled = undefined;
    held = undefined;
  };

  const flush = (): void => {
    unschedule();
    if (!running || blocked || newest === undefined || (shown && newest === drawn)) return;
    const wanted = rowsOf(newest);
    const bytes = difference(wanted);
    shown = wanted;
    drawn = newest;
    if (bytes !== '') blocked = !screen.write(BEGIN + bytes + END);
  };

  const difference = (wanted: Row[]): string => {
    const pen = new Pen();
    let current = shown;
    if (!current) {
      pen.raw(CLEAR, 0, 0);
      current = new Array<Row>(rows).fill(blankRow(columns));
    } else {
      const moves = findLineMoves(current, wanted);
      if (moves) {
        drawLineMoves(pen, moves, rows);
        current = movedRows(current, moves);
      }
    }
    drawRows(pen, current, wanted);
    pen.setStyle(0);
    return pen.bytes;
  };

  return {
    frame(frame) {
      newest = frame;
      schedule();
    },
    resize(newColumns, newRows) {
      if (newColumns === columns && newRows === rows) return;
      columns = newColumns;
      rows = newRows;
      rowsOf = createFrameRows(columns, rows);
      shown = undefined;
      clearImmediate(scheduled);
      scheduled = undefined;
      held ??= setTimeout(flush, LAYOUT_MS);
    },
    repaint() {
      shown = undefined;
      schedule();
    },
    drained() {
      blocked = false;
      schedule();
    },
    start() {
      running = true;
      shown = undefined;
      schedule();
    },
    stop() {
      running = false;
      unschedule();
    },
    flush,
  };
}

/**
 * Makes rows of cells from frames – lines of text with SGR codes – for a screen of this size. What is in two frames running,
 * one after the other, is the same object in both, so that equal rows are found by identity.
 */
function createFrameRows(columns: number, rows: number): (frame: string) => Row[] {
  let parsed = new Map<string, Row>();
  return frame => {
    const lines = frame.split('\n');
    const kept = new Map<string, Row>();
    const list: Row[] = [];
    for (let y = 0; y < rows; y++) {
      const line = lines[y] ?? '';
      const row = kept.get(line) ?? parsed.get(line) ?? parseRow(line, columns);
      kept.set(line, row);
      list.push(row);
    }
    parsed = kept;
    return list;
  };
}
