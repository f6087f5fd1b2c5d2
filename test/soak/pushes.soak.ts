import { test } from 'vitest';
import { type PushCounts, pushStory } from '../account/push-story.ts';
import { report, rounds } from './soak.ts';

const stories = rounds(1_000);

test(`${stories} rosters are changed and pushed while their accounts change, lines fail and both sides are killed`, async () => {
  const sum: PushCounts = {
    ...{ commands: 0, edits: 0, refusals: 0 },
    ...{ 'killed pushes': 0, 'killed servers': 0 },
  };
  for (let seed = 1; seed <= stories; seed++) {
    const counts = await pushStory(seed);
    for (const what of Object.keys(sum) as (keyof PushCounts)[]) sum[what] += counts[what];
    if (seed % 50 === 0) process.stdout.write(`${seed} of ${stories} stories\n`);
  }
  report('pushes', { stories, ...sum });
});
