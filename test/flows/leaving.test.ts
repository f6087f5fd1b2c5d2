import { expect, it } from 'vitest';
import { root, startProgram } from '../terminal/driver.ts';
import { demoFile, json, openDemo } from './fixture.ts';

it.each(['q', 'Ctrl+C'])('ends with %s, and the terminal is as it was', async key => {
  const p = await openDemo();
  expect(p.alternate).toBe(true);
  await p.press(key);
  expect(await p.exit()).toMatchObject({ code: 0 });
  expect(p.alternate).toBe(false);
  expect(p.cursorShown).toBe(true);
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
});

it.each<[NodeJS.Signals, number]>([
  ['SIGHUP', 129],
  ['SIGTERM', 143],
])('gives the terminal back on %s and leaves the roster whole', async (signal, code) => {
  const p = await openDemo();
  await p.press('x');
  await p.waitFor('Remove 1 user');
  p.kill(signal);
  expect(await p.exit()).toMatchObject({ code });
  expect(p.alternate).toBe(false);
  expect(p.cursorShown).toBe(true);
  expect(await json(p.file, 'list')).toHaveLength(500);
});

it('is suspended by Ctrl+Z and comes back as it was, in the size of then', async () => {
  const file = await demoFile();
  const p = startProgram(['--norc', '--noprofile', '-i'], { file: 'bash', env: { PS1: 'shell> ' } });
  try {
    await p.waitFor('shell>');
    p.type(`'${process.execPath}' '${root}/dist/roster.js' --db '${file}'\r`);
    await p.waitFor('? all keys');
    p.type('/silva\r ');
    await p.waitFor('1 selected');
    await p.press('Ctrl+Z');
    await p.waitFor('Stopped');
    expect(p.alternate).toBe(false);
    p.type('echo $((6*7))\r');
    await p.waitFor(/^42$/m);
    p.resize(100, 30);
    p.type('fg\r');
    await p.waitFor('1 selected · row 2');
    await p.waitFor(screen => screen.split('\n')[29]!.includes('? all keys'));
    await p.press('q');
    await p.waitFor(/shell>\s*$/);
  } finally {
    await p.close();
  }
});

it('repaints everything with Ctrl+L, also over what others wrote', async () => {
  const p = await openDemo();
  await p.settled();
  const before = p.bytes();
  await p.press('Ctrl+L');
  await p.waitFor(() => p.bytes() - before > 3_000);
  expect(p.screen()).toContain('row 1 of 500 · 500 users');
});
