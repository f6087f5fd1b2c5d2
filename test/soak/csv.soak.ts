import { test } from 'vitest';
import { exportAndImport } from '../csv/round-trips.ts';
import { report, rounds } from './soak.ts';

const accounts = rounds(30_000);

test(`${accounts} accounts are exported and imported again`, async () => {
  let users = 0;
  await exportAndImport(accounts, count => {
    users += count;
  });
  report('csv', { accounts, users });
});
