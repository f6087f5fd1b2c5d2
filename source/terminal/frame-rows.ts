import { parseRow, type Row } from './cells.ts';

/**
 * Makes rows of cells from frames – lines of text with SGR codes – for a screen of this size. What is in two frames running,
 * one after the other, is the same object in both, so that equal rows are found by identity.
 */
export function createFrameRows(columns: number, rows: number): (frame: string) => Row[] {
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
