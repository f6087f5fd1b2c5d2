import { overlaid, parseRow, type Row } from './cells.ts';
import type { Frame } from './frame.ts';

/**
 * Makes rows of cells from frames for a screen of this size. What is in two frames running, one after the other, is the
 * same object in both, so that equal rows are found by identity.
 */
export function createFrameRows(columns: number, rows: number): (frame: Frame) => Row[] {
  let parsed = new Map<string, Row>();
  let covers = new Map<string, Row>();
  let coversAt = 0;
  let covered: { base: Row; cover: Row; row: Row }[] = [];

  const parse = (lines: readonly string[]): Row[] => {
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

  const cover = (bases: Row[], panel: NonNullable<Frame['panel']>): void => {
    const same = panel.x === coversAt;
    const kept = new Map<string, Row>();
    const done: typeof covered = [];
    for (const [index, line] of panel.lines.entries()) {
      const y = panel.y + index;
      const base = bases[y];
      if (!base) continue;
      const over =
        kept.get(line) ?? (same ? covers.get(line) : undefined) ?? parseRow(line, columns - panel.x);
      kept.set(line, over);
      const before = covered[y];
      const row =
        same && before?.base === base && before.cover === over ? before.row : overlaid(base, over, panel.x);
      done[y] = { base, cover: over, row };
      bases[y] = row;
    }
    covers = kept;
    coversAt = panel.x;
    covered = done;
  };

  return ({ lines, panel }) => {
    const list = parse(lines);
    // A frame that was made for a wider screen may have it beyond the edge.
    if (panel && panel.x < columns) cover(list, panel);
    return list;
  };
}
