import { test } from 'vitest';
import { whole } from '../whole.ts';
import { pushStory } from './push-story.ts';

test.each(whole ? [1, 2, 3, 4, 5, 6] : [9, 69])(
  'after random changes on both sides, faults and kills both are alike, and all is told: story %i',
  async seed => {
    await pushStory(seed);
  },
);
