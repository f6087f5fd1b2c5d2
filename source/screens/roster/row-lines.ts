import type { RowNews } from '../../roster/news.ts';
import type { Row } from '../../roster/row.ts';

/** A row, and all that its line depends on besides it: whether the cursor is on it, its check mark, what others did to it. */
export interface StandingRow {
  row: Row;
  current: boolean;
  check: 'selected' | 'inRange' | 'unselected';
  news: RowNews | null;
}

interface Drawn extends StandingRow {
  line: string;
}

let setting = '';
let before = new Map<number, Drawn>();

/**
 * The lines of `rows`, each made by `draw`, or taken from the table before where it would be the same: a key changes two
 * or three of forty. `newSetting` tells apart what else decides how rows are drawn.
 */
export function rowLines(
  rows: readonly StandingRow[],
  newSetting: string,
  draw: (standing: StandingRow) => string,
): string[] {
  if (newSetting !== setting) before = new Map();
  setting = newSetting;
  const drawn = new Map<number, Drawn>();
  const lines = rows.map(standing => {
    const known = before.get(standing.row.person_id);
    const line = known && looksLike(known, standing) ? known.line : draw(standing);
    drawn.set(standing.row.person_id, { ...standing, line });
    return line;
  });
  before = drawn;
  return lines;
}

function looksLike(a: StandingRow, b: StandingRow): boolean {
  if (a.current !== b.current || a.check !== b.check || a.news !== b.news) return false;
  return a.row === b.row || sameRow(a.row, b.row);
}

function sameRow(a: Row, b: Row): boolean {
  return (Object.keys(a) as (keyof Row)[]).every(key => {
    const [one, other] = [a[key], b[key]];
    if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
    return one.length === other.length && one.every((item, index) => item === other[index]);
  });
}
