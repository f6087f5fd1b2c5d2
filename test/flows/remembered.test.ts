import { expect, it } from 'vitest';
import { command, demoFile, leave, newFile, open } from './fixture.ts';

it('is search, filters, order and columns, for the next time', async () => {
  const file = await demoFile();
  const p = await open(file);
  p.type('/a\r');
  await p.press('f');
  await p.waitFor('╭─ Queue');
  p.type('billing\r');
  await p.press('s', '>', '=', 'c');
  await p.waitFor('╭─ Columns');
  p.type('role');
  await p.press('Tab', 'Enter');
  await p.waitFor(/Name +Email ↓ +Queues/);
  await p.press('g');
  await p.settled();
  const before = await p.waitFor(/row 1 of[\s\S]*\? all keys/);
  expect(await leave(p)).toBe(0);

  const again = await open(file);
  await again.settled();
  expect(again.screen()).toBe(before);
  expect(again.row('/ a')).toMatch(/Queue: Billing +Status: Active +Email ↓/);
});

it('falls back to all where the queue is gone, and says so', async () => {
  const file = await demoFile();
  const p = await open(file);
  await p.press('f');
  await p.waitFor('╭─ Queue');
  p.type('video\r');
  await p.waitFor('Queue: Video Concierge');
  await leave(p);
  // Settings are the operator's, whichever roster they open.
  const other = newFile();
  await command(other, 'init', '--account', 'Another');
  const again = await open(other, { env: { XDG_CONFIG_HOME: `${file}/../config` } });
  expect(again.screen()).toContain('Queue: All');
  expect(again.screen()).toContain('The queue Video Concierge no longer exists; its filter is off.');
  await again.press('j');
  await again.waitGone('no longer exists');
});

it.each(['/dev/null', '/proc/nowhere'])(
  'opens and leaves as ever where nothing can be kept: %s',
  async folder => {
    const p = await open(await demoFile(), { env: { XDG_CONFIG_HOME: folder } });
    p.type('/silva\r');
    await p.waitFor(/row 1 of \d+ /);
    expect(await leave(p)).toBe(0);
  },
);
