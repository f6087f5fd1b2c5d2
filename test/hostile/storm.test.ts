import { expect, it } from 'vitest';
import { storm } from './storm.ts';

// A soak asks for more: npm run soak -- --only keys
it('2,000 keys, 50 resizes and what no key sends: still answers, leaves, and the roster is whole', {
  timeout: 120_000,
}, async () => {
  const seed = Date.now() % 1_000_000;
  const { keys, resizes } = await storm({ keys: 2_000, resizes: 50, seed });
  expect(keys).toBeGreaterThanOrEqual(2_000);
  expect(resizes).toBeGreaterThanOrEqual(50);
});
