import { test } from 'vitest';
import { whole } from '../whole.ts';
import { exportAndImport } from './round-trips.ts';

// A soak asks for more: npm run soak -- --only csv

test('what is exported imports without a difference, whatever names look like', async () => {
  await exportAndImport(whole ? 300 : 150);
});
