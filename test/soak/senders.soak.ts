import { expect, test } from 'vitest';
import { killSenders } from '../commands/notify-killed.ts';
import { report, rounds } from './soak.ts';

const kills = rounds(500);

test(`senders of e-mails are killed ${kills} times`, async () => {
  const counts = await killSenders(kills);
  report('senders', counts);
  expect(counts).toMatchObject({ 'arrived twice': 0, 'sent, but missing': 0, 'neither sent nor unknown': 0 });
  expect(counts.unknown).toBeLessThanOrEqual(counts.kills);
});
