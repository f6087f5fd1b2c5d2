import { constants } from 'node:os';
import { expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { json, openDemo } from './fixture.ts';

function givenBack(p: Program): void {
  expect(p.alternate).toBe(false);
  expect(p.cursorShown).toBe(true);
}

it('repaints everything with Ctrl+L, also over what others wrote, ends with q, and the terminal is as it was', async () => {
  const p = await openDemo();
  expect(p.alternate).toBe(true);
  await p.settled();
  const before = p.bytes();
  await p.press('Ctrl+L');
  await p.waitFor(() => p.bytes() - before > 3_000);
  expect(p.screen()).toContain('row 1 of 500 · 500 users');
  await p.press('q');
  expect(await p.exit()).toMatchObject({ code: 0 });
  givenBack(p);
  expect(p.screen().trim()).toBe('');
});

it('ends with q from the roster only, with Ctrl+C from everywhere', async () => {
  const p = await openDemo();
  for (const [key = '', shown = ''] of [
    ['/', '/ q▏'],
    ['f', '> q▏'],
    ['?', '> q▏'],
    ['x', 'Remove 1 user'],
  ]) {
    await p.press(key);
    await p.waitGone('space select');
    await p.press('q');
    await p.waitFor(shown);
    await p.press('Esc');
    await p.waitFor('space select');
  }
  await p.press('f', 'Ctrl+C');
  expect(await p.exit()).toMatchObject({ code: 0 });
  givenBack(p);
  expect(p.screen().trim()).toBe('');
});

it.each(['SIGHUP', 'SIGTERM'] as const)(
  'gives the terminal back on %s and leaves the roster whole',
  async signal => {
    const p = await openDemo();
    await p.press('x');
    await p.waitFor('Remove 1 user');
    p.kill(signal);
    expect(await p.exit()).toMatchObject({ signal: constants.signals[signal] });
    givenBack(p);
    expect(await json(p.file, 'list')).toHaveLength(500);
  },
);
