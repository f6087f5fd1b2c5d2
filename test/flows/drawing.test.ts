import { expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { demoFile, leave, open } from './fixture.ts';

async function choose(p: Program, words: string): Promise<void> {
  await p.press(':');
  await p.waitFor(' Commands ');
  p.type(words);
  await p.waitFor(new RegExp(`▸? *${words}`, 'i'));
  await p.press('Enter');
}

it('is set from inside, for now and for the next time', async () => {
  const file = await demoFile();
  const p = await open(file);
  expect(p.raw()).toMatch(/\[[\d;]*38;[25];/);
  await choose(p, 'marks: ascii');
  await p.waitFor('> . Abigail Campbell');
  await choose(p, 'colors: none');
  await p.waitFor('Colors: none');
  const before = p.raw().length;
  await p.press('Ctrl+L');
  await p.settled();
  expect(p.raw().slice(before)).toContain('Abigail');
  expect(p.raw().slice(before)).not.toMatch(/38;5;|48;5;/);
  await leave(p);
  const again = await open(file);
  expect(again.screen()).toContain('> . Abigail Campbell');
  expect(again.raw()).not.toMatch(/38;5;|48;5;/);
  await choose(again, 'marks: unicode');
  await again.waitFor('▸ ☐ Abigail Campbell');
});
