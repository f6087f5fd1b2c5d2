import { type Block, linesIn } from '../../components/blocks.tsx';
import type { Usage } from '../../roster/licenses/usage.ts';
import type { View } from '../../roster/screen/view.ts';
import { countBlocks } from './counts.tsx';
import { licensesBlock } from './licenses.tsx';
import { overageBlocks } from './overages.tsx';
import { peakBlocks } from './peaks.tsx';
import type { UsageLayer } from './state.ts';

/** Cells left of the page: the cursor. */
export const margin = 3;

/** A part of the page. `opens`: what shows the users that a line of it counts, by the line. */
export interface UsageBlock extends Block {
  opens?: ReadonlyMap<number, Opens>;
}

/** The filter that shows whom a line counts. */
export type Opens = Partial<Pick<View, 'package' | 'role' | 'queue'>>;

/** The whole page, on a screen of `width` cells; nothing until it is read. */
function usageBlocks(usage: Usage | null, width: number): UsageBlock[] {
  if (!usage) return [];
  const room = width - margin - 1;
  return [
    licensesBlock(usage, room),
    ...overageBlocks(usage, room),
    ...peakBlocks(usage, room),
    ...countBlocks(
      {
        'Users by role': usage.roles.map(role => ({ ...role, opens: { role } })),
        'Users by queue': usage.queues.map(queue => ({ ...queue, opens: { queue } })),
      },
      room,
    ),
  ];
}

/** A line that the cursor may be on. */
export interface UsageRow {
  key: string;
  line: number;
  opens: Opens;
  /** The lines of its block, with those around it that belong to no other row. */
  from: number;
  to: number;
}

/** The page in blocks, and the lines of it that open something. */
export function usageContent(usage: Usage | null, width: number): { blocks: UsageBlock[]; rows: UsageRow[] } {
  const blocks = usageBlocks(usage, width);
  const rows: UsageRow[] = [];
  let from = 0;
  let end = 0;
  let last: UsageRow[] = [];
  for (const block of blocks) {
    const start = end;
    end += block.height;
    for (const row of last) row.to = start;
    if (!block.opens) continue;
    last = [...block.opens].map(([line, opens]) => ({
      key: `${block.key} ${line}`,
      ...{ line: start + line, opens, from, to: end },
    }));
    rows.push(...last);
    from = end;
  }
  for (const row of last) row.to = end;
  return { blocks, rows };
}

/** Where the cursor stands among the rows, and which line of the page is the first that is seen. */
export function usagePlace(
  { current, top }: UsageLayer,
  { blocks, rows }: ReturnType<typeof usageContent>,
  height: number,
): { at: number; row: UsageRow | undefined; top: number } {
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === current),
  );
  const row = rows[at];
  const seen = row ? seeing(row, top, height) : top;
  return { at, row, top: Math.max(0, Math.min(seen, linesIn(blocks) - height)) };
}

/** The first line to show so that a row is seen, and what belongs to it as far as there is room. */
function seeing({ from, to, line }: UsageRow, top: number, height: number): number {
  const whole = Math.min(Math.max(top, to - height), from);
  return Math.min(Math.max(whole, line - height + 1), line);
}
