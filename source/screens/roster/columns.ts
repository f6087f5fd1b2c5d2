import { type ColumnId, columnTitles } from '../../roster/users/columns.ts';

/** In a narrow terminal the columns leave in this order. */
const leavingOrder: readonly ColumnId[] = ['presence', 'department', 'queues', 'role', 'email'];

interface ColumnSpec {
  /** Cells that show most of it. */
  roomy: number;
  /** Cells below which the column rather leaves. */
  min: number;
  /** Cells beyond which more room is of no use. */
  max: number;
  /** Its share of what room there is beyond everybody's minimum. */
  share: number;
}

export const columnSpecs: Record<ColumnId, ColumnSpec> = {
  name: { roomy: 18, min: 16, max: 40, share: 6 },
  email: { roomy: 31, min: 18, max: 48, share: 8 },
  role: { roomy: 15, min: 10, max: 24, share: 4 },
  queues: { roomy: 14, min: 12, max: 80, share: 8 },
  presence: { roomy: 11, min: 11, max: 11, share: 0 },
  status: { roomy: 8, min: 8, max: 8, share: 0 },
  department: { roomy: 14, min: 12, max: 32, share: 3 },
};

export interface PlacedColumn {
  id: ColumnId;
  title: string;
  width: number;
  /** Of the e-mails: where there is little room, the domain that most share is `@…`. */
  hidden?: string;
}

export const columnGap = 2;

/**
 * Which of the chosen columns fit into `width` cells, in their order, and how wide each is; gaps lie between them. Before one
 * leaves, all of them become as narrow as they can be read, and `domain`, which most e-mails share, is hidden.
 */
export function placeColumns(
  chosen: readonly ColumnId[],
  width: number,
  domain: string | null = null,
): PlacedColumn[] {
  const isRoomy = widthOf(chosen, 'roomy') <= width;
  const least = isRoomy ? 'roomy' : 'min';
  let placed = [...chosen];
  for (const leaving of leavingOrder) {
    if (widthOf(placed, least) <= width) break;
    placed = placed.filter(id => id !== leaving);
  }
  const widths = new Map(placed.map(id => [id, columnSpecs[id][least]]));
  share(widths, width - widthOf(placed, least));
  return placed.map(id => ({
    id,
    title: columnTitles[id],
    width: widths.get(id)!,
    ...(id === 'email' && !isRoomy && domain !== null && { hidden: domain }),
  }));
}

function widthOf(ids: readonly ColumnId[], least: 'roomy' | 'min'): number {
  return ids.reduce((sum, id) => sum + columnSpecs[id][least], 0) + columnGap * Math.max(0, ids.length - 1);
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
