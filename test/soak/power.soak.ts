import { expect, test } from 'vitest';
import { cutThePower, noPowerLoss } from '../storage/power-loss.ts';
import { report, rounds } from './soak.ts';

const cuts = rounds(200);

test.skipIf(noPowerLoss)(
  `the power is cut ${cuts} times${noPowerLoss ? ` (${noPowerLoss})` : ''}`,
  async () => {
    const counts = await cutThePower(cuts, ({ cuts: sofar }) => {
      if (sofar % 50 === 0) process.stdout.write(`${sofar} of ${cuts} cuts\n`);
    });
    report('power', counts);
    expect(counts).toMatchObject({ 'half done': 0, 'lost after success': 0 });
  },
);
