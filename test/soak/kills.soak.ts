import { expect, test } from 'vitest';
import { killAtRandom } from '../commands/killed.ts';
import { report, rounds } from './soak.ts';

const kills = rounds(500);

test(`${kills} kills during change sets of 1,000 users`, async () => {
  const counts = await killAtRandom(kills, counts => {
    if (counts.kills % 50 === 0) process.stdout.write(`${counts.kills} of ${kills} kills\n`);
  });
  report('kills', counts);
  expect(counts).toMatchObject({
    'half done': 0,
    'lost after success': 0,
    'findings of check': 0,
    'additions without e-mail': 0,
  });
});
