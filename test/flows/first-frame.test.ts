import { expect, it } from 'vitest';
import { demoFile, json, leave, openDemo, start } from './fixture.ts';
import { currentEmail, frames } from './shown.ts';

it('is painted once: what takes over draws nothing that is there already', async () => {
  const p = await openDemo();
  // Ink is loaded by now, and all that comes after it.
  await p.settled();
  expect(frames(p)).toBe(1);
  await p.press('j');
  await p.waitFor('row 2 of 500');
  expect(frames(p)).toBe(2);
  expect(await leave(p)).toBe(0);
});

it('leaves no key behind that was typed before it', async () => {
  const file = await demoFile();
  const found = await json(file, 'list', '--search', 'silva');
  const p = start(file);
  // Nothing is on screen yet, not even raw mode is on.
  p.type('/silva\r');
  const screen = await p.waitFor(`row 1 of ${found.length} `);
  expect(screen).toContain('/ silva ');
});

it('leaves neither key nor size behind that came before Ink is there', async () => {
  const file = await demoFile();
  const third = (await json(file, 'list', '--limit', '3'))[2]!.user_email;
  const p = start(file);
  await p.waitFor(() => frames(p) > 0);
  p.resize(140, 30);
  await p.press('j', 'Down', 'k', 'j');
  await p.waitFor(screen => /row 3 of 500/.test(screen.split('\n')[28] ?? ''));
  expect(currentEmail(p)).toBe(third);
});

it('takes q before it has drawn anything', async () => {
  const p = start(await demoFile());
  p.type('q');
  expect((await p.exit()).code).toBe(0);
  expect(p.alternate).toBe(false);
});
