import { expect, test } from 'vitest';
import { cutThePower, noPowerLoss } from './power-loss.ts';

// A soak asks for more: npm run soak -- --only power
test.skipIf(noPowerLoss)(
  `whenever the power is cut, a change set of 1,000 users is there whole or not at all${noPowerLoss ? ` (${noPowerLoss})` : ''}`,
  async () => {
    expect(await cutThePower(4)).toMatchObject({ cuts: 4, 'half done': 0, 'lost after success': 0 });
  },
);
