export interface Size {
  columns: number;
  rows: number;
}

/** Whatever claims to be larger is no screen that anybody reads: a frame of 65,535 × 65,535 cells fills the memory. */
const mostCells = 1_000;

/** How large the terminal is, in cells: as the terminal says, else as the environment does, else 80 × 24. */
export function sizeOf(
  { columns, rows }: { columns?: number; rows?: number },
  { COLUMNS, LINES }: Record<string, string | undefined>,
): Size {
  return { columns: firstOf(columns, COLUMNS) ?? 80, rows: firstOf(rows, LINES) ?? 24 };
}

function firstOf(...claims: (number | string | undefined)[]): number | undefined {
  const cells = claims.map(claim => Number.parseInt(String(claim), 10)).find(count => count > 0);
  return cells && Math.min(cells, mostCells);
}
