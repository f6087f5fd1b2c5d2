import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startProgram } from '../terminal/driver.ts';
import { command, demoFile, json, leave, newFile, open } from './fixture.ts';
import { currentEmail } from './shown.ts';

const frames = (raw: string) => raw.split('\x1b[?2026h').length - 1;

it('is painted once: what takes over draws nothing that is there already', async () => {
  const p = await open(await demoFile());
  expect(frames(p.raw())).toBe(1);
  // Longer than Ink takes to load, even here.
  await sleep(1000);
  expect(frames(p.raw())).toBe(1);
  await p.press('j');
  await p.waitFor('row 2 of 500');
  expect(frames(p.raw())).toBe(2);
  expect(await leave(p)).toBe(0);
});

it('leaves no key behind that was typed before it', async () => {
  const file = await demoFile();
  const found = await json(file, 'list', '--search', 'silva');
  const p = startProgram(['--db', file], { columns: 120, rows: 40 });
  // Nothing is on screen yet, not even raw mode is on.
  p.type('/silva\r');
  await p.waitFor(`row 1 of ${found.length} `);
  expect(p.screen()).toContain('/ silva ');
  await p.close();
});

it('leaves no key behind that was typed before Ink is there', async () => {
  const file = await demoFile();
  const third = (await json(file, 'list', '--limit', '3'))[2]!.user_email;
  const p = startProgram(['--db', file], { columns: 120, rows: 40 });
  while (frames(p.raw()) === 0) await sleep(1);
  for (const key of ['j', '\x1b[B', 'k', 'j']) {
    p.type(key);
    await sleep(5);
  }
  await p.waitFor('row 3 of 500');
  expect(currentEmail(p)).toBe(third);
  await p.close();
});

it('takes q before it has drawn anything', async () => {
  const p = startProgram(['--db', await demoFile()], { columns: 120, rows: 40 });
  p.type('q');
  expect((await p.exit()).code).toBe(0);
  expect(p.alternate).toBe(false);
});

it('takes a new size that comes before Ink does', async () => {
  const p = startProgram(['--db', await demoFile()], { columns: 120, rows: 40 });
  while (frames(p.raw()) === 0) await sleep(1);
  p.resize(90, 30);
  await p.waitFor(screen => /row 1 of 500/.test(screen.split('\n')[28] ?? ''));
  await p.close();
});

it('says that nobody is there yet', async () => {
  const file = newFile();
  await command(file, 'init', '--account', 'Empty');
  const p = await open(file);
  await sleep(500);
  expect(frames(p.raw())).toBe(1);
  expect(p.screen()).toContain('Empty');
});
