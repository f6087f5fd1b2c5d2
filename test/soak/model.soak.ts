import { test } from 'vitest';
import { agreesWithModel } from '../db/model-stories.ts';
import { report, rounds } from './soak.ts';

const stories = rounds(5_000);

test(`${stories} stories of changes, undos and redos`, async () => {
  let steps = 0;
  await agreesWithModel(stories, () => steps++);
  report('model', { stories, steps });
});
