import { expect, it } from 'vitest';
import { changeTogether } from './many-processes.ts';

// A soak asks for more: npm run soak -- --only processes
it.each([2, 8])(
  '%i processes change one roster in every way: nothing is lost, doubled or applied blindly',
  {
    timeout: 120_000,
  },
  async processes => {
    const counts = await changeTogether(processes, 200);
    expect(counts).toMatchObject({ lost: 0, doubled: 0, 'sums wrong': 0, 'findings of check': 0 });
    expect(counts['change sets']).toBeGreaterThanOrEqual(200);
  },
);
