import { test } from 'vitest';
import { exportAndImport } from './round-trips.ts';

test('what is exported imports without a difference, whatever names look like', async () => {
  await exportAndImport(300);
});
