import { expect, test } from 'vitest';
import { storm } from '../hostile/storm.ts';
import { report, rounds } from './soak.ts';

const keys = rounds(100_000);
const resizes = Math.ceil(keys / 100);

test(`${keys} random keys and ${resizes} resizes`, async () => {
  const seed = Date.now() % 1_000_000;
  const counts = await storm({ keys, resizes, seed });
  report('keys', { ...counts, seed });
  expect(counts['MB more']).toBeLessThan(40);
});
