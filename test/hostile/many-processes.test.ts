import { expect, it } from 'vitest';
import { whole } from '../whole.ts';
import { changeTogether } from './many-processes.ts';

const sets = whole ? 200 : 60;

// A soak asks for more: npm run soak -- --only processes
it.each(whole ? [2, 8] : [2])(
  '%i processes change one roster in every way: nothing is lost, doubled or applied blindly',
  async processes => {
    const counts = await changeTogether(processes, sets);
    expect(counts).toMatchObject({ lost: 0, doubled: 0, 'sums wrong': 0, 'findings of check': 0 });
    expect(counts['change sets']).toBeGreaterThanOrEqual(sets);
  },
);
