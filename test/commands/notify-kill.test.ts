import { expect, test } from 'vitest';
import { killSenders, mailsEach, moments } from './notify-killed.ts';

// A soak asks for more: npm run soak -- --only senders
test('senders killed at any moment: nothing is sent twice, and what is missing is listed as unknown', async () => {
  const rounds = 2 * moments.length;
  const counts = await killSenders(rounds);
  expect(counts).toMatchObject({
    mails: rounds * mailsEach,
    'arrived twice': 0,
    'sent, but missing': 0,
    'neither sent nor unknown': 0,
  });
  // Those that were killed before they were answered can't know; and nobody loses sight of more than one.
  expect(counts.unknown).toBeGreaterThanOrEqual(2);
  expect(counts.unknown).toBeLessThanOrEqual(counts.kills);
});
