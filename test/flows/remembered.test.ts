import { rmSync } from 'node:fs';
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
  expect(again.row('/ a')).toMatch(/f Queue Billing +s Status Active/);
  expect(again.row('Email ↓')).toBeDefined();
});

it('falls back to all where the queue is gone, and says so', async () => {
  const file = await demoFile();
  const p = await open(file);
  await p.press('f');
  await p.waitFor('╭─ Queue');
  p.type('video\r');
  await p.waitFor('Queue Video Concierge');
  await leave(p);
  await command(file, 'queue', 'remove', 'Video Concierge', '--yes');
  const again = await open(file);
  expect(again.screen()).toContain('Queue All');
  expect(again.screen()).toContain('The queue Video Concierge no longer exists; its filter is off.');
  await again.press('j');
  await again.waitGone('no longer exists');
});

it('is each roster’s own: search, filters and selection, also of one that is made where another was', async () => {
  const file = await demoFile();
  const options = { env: { XDG_CONFIG_HOME: `${file}/../config` } };
  const p = await open(file, options);
  p.type('/silva\r ');
  await p.press('s');
  await p.waitFor('1 selected');
  await leave(p);
  const untouched = async (other: string) => {
    const there = await open(other, options);
    await there.waitFor('no contact center users yet.');
    expect(there.screen()).not.toMatch(/silva|selected|Status Active/);
    await leave(there);
  };
  const other = newFile();
  await command(other, 'init', '--account', 'Another');
  await untouched(other);
  const again = await open(file, options);
  expect(again.screen()).toMatch(/\/ silva[\s\S]*1 selected/);
  await leave(again);
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  await command(file, 'init', '--account', 'Another');
  await untouched(file);
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
