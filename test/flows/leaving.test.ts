import { constants } from 'node:os';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { threadAtWork } from '../terminal/processes.ts';
import { demoFile, json, open, openDemo } from './fixture.ts';

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

describe('while a thread is in a statement that takes minutes', () => {
  /** The page of licenses reads what nobody else does. */
  async function stuck() {
    const file = await demoFile();
    const db = new Database(file);
    db.exec(`drop table signed_in_peaks; create view signed_in_peaks as
      with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 1e12)
      select '2000' as hour, 'elite' as package_name, n as peak from numbers`);
    db.close();
    const p = await open(file);
    await p.press(':');
    p.type('usage');
    await p.press('Enter');
    await p.waitFor('Licenses and usage');
    await threadAtWork(p.pid);
    return p;
  }

  it('leaves with Ctrl+C, and the terminal is as it was', async () => {
    const p = await stuck();
    await p.press('Ctrl+C');
    expect(await p.exit()).toMatchObject({ signal: constants.signals.SIGTERM });
    givenBack(p);
  });

  it('leaves where the line drops', async () => {
    const p = await stuck();
    p.kill('SIGHUP');
    expect(await p.exit()).toMatchObject({ signal: constants.signals.SIGHUP });
    givenBack(p);
  });
});
