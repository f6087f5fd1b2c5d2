import { expect, it } from 'vitest';
import { whole } from '../whole.ts';
import { storm } from './storm.ts';

const wanted = whole ? { keys: 2_000, resizes: 50 } : { keys: 400, resizes: 10 };

// A soak asks for more: npm run soak -- --only keys
it('keys, resizes and what no key sends: still answers, leaves, and the roster is whole', async () => {
  // Always the same here, so that whoever changes nothing finds nothing; the long run looks for more.
  const seed = whole ? Date.now() % 1_000_000 : 1;
  const { keys, resizes } = await storm({ ...wanted, seed });
  expect(keys).toBeGreaterThanOrEqual(wanted.keys);
  expect(resizes).toBeGreaterThanOrEqual(wanted.resizes);
});
