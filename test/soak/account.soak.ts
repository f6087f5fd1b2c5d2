import { test } from 'vitest';
import { mirrorStory, type StoryCounts } from '../account/mirror-story.ts';
import { report, rounds } from './soak.ts';

const stories = rounds(1_000);

test(`${stories} accounts are pulled while they change, lines fail and pulls are killed`, async () => {
  const sum: StoryCounts = { edits: 0, 'failed requests': 0, kills: 0 };
  for (let seed = 1; seed <= stories; seed++) {
    const counts = await mirrorStory(seed);
    for (const what of Object.keys(sum) as (keyof StoryCounts)[]) sum[what] += counts[what];
    if (seed % 50 === 0) process.stdout.write(`${seed} of ${stories} stories\n`);
  }
  report('account', { stories, ...sum });
});
