import { type ColumnId, columnTitles } from '../../roster/columns.ts';

/** In a narrow terminal the columns leave in this order. */
const leavingOrder: readonly ColumnId[] = ['presence', 'department', 'queues', 'role', 'email'];

interface ColumnSpec {
  /** Cells below which the column rather leaves. */
  min: number;
  /** Cells beyond which more room is of no use. */
  max: number;
  /** Its share of what room there is beyond everybody's minimum. */
  share: number;
}

export const columnSpecs: Record<ColumnId, ColumnSpec> = {
  name: { min: 16, max: 36, share: 6 },
  email: { min: 20, max: 44, share: 10 },
  role: { min: 10, max: 20, share: 5 },
  queues: { min: 12, max: 60, share: 5 },
  presence: { min: 11, max: 11, share: 0 },
  status: { min: 8, max: 8, share: 0 },
  department: { min: 12, max: 28, share: 3 },
};

export interface PlacedColumn {
  id: ColumnId;
  title: string;
  width: number;
}

export const columnGap = 2;

/** Which of the chosen columns fit into `width` cells, in their order, and how wide each is; gaps lie between them. */
export function placeColumns(chosen: readonly ColumnId[], width: number): PlacedColumn[] {
  let placed = [...chosen];
  for (const leaving of leavingOrder) {
    if (minimalWidth(placed) <= width) break;
    placed = placed.filter(id => id !== leaving);
  }
  const widths = new Map(placed.map(id => [id, columnSpecs[id].min]));
  share(widths, width - minimalWidth(placed));
  return placed.map(id => ({ id, title: columnTitles[id], width: widths.get(id)! }));
}

function minimalWidth(ids: readonly ColumnId[]): number {
  return ids.reduce((sum, id) => sum + columnSpecs[id].min, 0) + columnGap * Math.max(0, ids.length - 1);
}

/** Hands out spare cells by share until all columns are as wide as is of use. */
function share(widths: Map<ColumnId, number>, spare: number): void {
  let left = spare;
  while (left > 0) {
    const growing = [...widths.keys()].filter(
      id => columnSpecs[id].share > 0 && widths.get(id)! < columnSpecs[id].max,
    );
    const shares = growing.reduce((sum, id) => sum + columnSpecs[id].share, 0);
    if (shares === 0) return;
    const round = left;
    for (const id of growing) {
      const spec = columnSpecs[id];
      const wanted = Math.max(1, Math.floor((round * spec.share) / shares));
      const given = Math.min(wanted, spec.max - widths.get(id)!, left);
      widths.set(id, widths.get(id)! + given);
      left -= given;
    }
  }
}
