import { expect, test } from 'vitest';
import { cutsADisk, cutThePower, noPowerLoss, type PowerCounts } from '../storage/power-loss.ts';
import { report, rounds } from './soak.ts';

const cuts = rounds(200);

test.skipIf(noPowerLoss)(
  `the power is cut ${cuts} times${noPowerLoss ? ` (${noPowerLoss})` : ''}`,
  async () => {
    let counts: PowerCounts | null = null;
    for (let left = cuts; left > 0; left -= cutsADisk)
      counts = sum(counts, await cutThePower(Math.min(cutsADisk, left)));
    report('power', counts!);
    expect(counts).toMatchObject({ 'half done': 0, 'lost after success': 0 });
  },
);

function sum(counts: PowerCounts | null, more: PowerCounts): PowerCounts {
  if (!counts) return more;
  return Object.fromEntries(
    Object.entries(counts).map(([what, count]) => [what, count + more[what]!]),
  ) as PowerCounts;
}
