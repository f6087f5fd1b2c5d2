import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDialog, resize, sharedScreen } from './fixture.ts';

// Who comes over SSH is told so in the header.
const screen = sharedScreen({ env: { SSH_CONNECTION: '203.0.113.24 50022 10.0.0.5 22' } });

it('keeps the open dialog at every size, and asks for a larger terminal where it has no room', async () => {
  const p = await screen();
  await p.press('Space', 'Space', 'x');
  await p.waitFor('Remove 2 users from Contact Center?');
  for (const [columns, rows] of [
    [80, 24],
    [60, 12],
  ] as const) {
    await resize(p, columns, rows);
    expect(p.screen()).toContain('Remove 2 users from Contact Center?');
    expect(p.row('y remove')).toContain('n keep');
    expect(p.row('╰─').trimEnd().length).toBeLessThanOrEqual(columns);
    expect(p.screen()).toContain('? all keys');
  }
  const [line = '', ...others] = await resize(p, 50, 10);
  expect(line).toContain('60×12');
  expect(others.join('')).toBe('');
  // What can't be seen can't be agreed to.
  await p.press('y');
  await p.settled();
  await resize(p, 120, 40);
  expect(await p.waitFor('Remove 2 users from Contact Center?')).toContain('500 users');
  await readDialog(p);
  await p.press('y');
  await p.waitFor('498 users');
  await p.press('u');
  await p.waitFor('500 users');
});

it('does nothing unseen while the terminal is too small', async () => {
  const p = await screen();
  await resize(p, 40, 8);
  expect(p.screen()).toContain('60×12');
  await p.press('Space', '*', 'x', 'j', 's');
  await p.settled();
  await resize(p, 120, 40);
  await p.waitFor('row 1 of 500 · 500 users');
  expect(p.screen()).not.toMatch(/selected|Remove|Status Active/);
});

it('fits exactly at any size', async () => {
  const p = await screen();
  const size = fc.tuple(fc.integer({ min: 60, max: 200 }), fc.integer({ min: 12, max: 60 }));
  await fc.assert(
    fc.asyncProperty(size, async ([columns, rows]) => {
      if (columns === p.columns && rows === p.rows) return;
      const lines = await resize(p, columns, rows);
      expect(lines).toHaveLength(rows);
      expect(lines[rows - 1]).toMatch(/^ .*\? all keys$/);
      expect(lines[rows - 2]).toMatch(/^ row 1 of 500 · 500 users$/);
      // A line that was too long would have pushed the others down.
      expect(lines[3]).toMatch(/^ {5}Name ↑ .*Status$/);
      expect(lines.slice(4, rows - 3).every(line => /^ [▸ ] ☐ \S/.test(line))).toBe(true);
      expect(lines[rows - 3]).toBe('');
    }),
    { numRuns: 12 },
  );
});

it('gives up the right of the header part by part', async () => {
  const p = await screen();
  const parts = { role: '· Owner', via: 'via ssh', bar: '▰', name: 'Acme Support' };
  const seen: string[] = [];
  for (let columns = 90; columns >= 60; columns -= 2) {
    const [header = ''] = await resize(p, columns, 24);
    expect(header).toMatch(/\d+\/\d+ named/);
    const shown = Object.entries(parts).flatMap(([part, text]) => (header.includes(text) ? [part] : []));
    const now = shown.join(' ');
    if (seen.at(-1) !== now) seen.push(now);
  }
  const all = ['role via bar name', 'via bar name', 'bar name', 'name', ''];
  expect(all.slice(0, seen.length)).toEqual(seen);
  expect(seen.length).toBeGreaterThan(2);
});
