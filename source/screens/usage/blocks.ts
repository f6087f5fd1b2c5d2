import { type Block, lineBlock } from '../../components/blocks.tsx';
import type { Usage } from '../../roster/usage.ts';
import { countsBlocks } from './counts.tsx';
import { licensesBlock } from './licenses.tsx';
import { overageBlocks } from './overages.tsx';
import { peakBlocks } from './peaks.tsx';

/** Cells left of the page. */
export const margin = 3;

/** The whole page, on a screen of `width` cells; nothing until it is read. */
export function usageBlocks(usage: Usage | null, width: number): Block[] {
  if (!usage) return [];
  const room = width - margin - 1;
  return [
    licensesBlock(usage, room),
    ...overageBlocks(usage, room),
    lineBlock('peaks', 'Signed in at once, by hour of the last day', 'strong', 1),
    ...peakBlocks(usage, room),
    ...countsBlocks(usage, room),
  ];
}
