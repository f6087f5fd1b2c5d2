import { expect, test } from 'vitest';
import { changeTogether } from '../hostile/many-processes.ts';
import { report, rounds } from './soak.ts';

const sets = rounds(10_000);

test(`8 processes, ${sets} change sets`, async () => {
  const counts = await changeTogether(8, sets);
  report('processes', counts);
  expect(counts).toMatchObject({ lost: 0, doubled: 0, 'sums wrong': 0, 'findings of check': 0 });
  expect(counts['ms at most']).toBeLessThan(10_000);
});
