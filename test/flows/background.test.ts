import { expect, it } from 'vitest';
import { makeTheme } from '../../source/theme/theme.ts';
import { startProgram } from '../terminal/driver.ts';
import { demoFile, open } from './fixture.ts';

const dark = 'rgb:1e1e/1e1e/1e1e';
const light = 'rgb:ffff/ffff/ffff';

/** The color of the word `search` in the second line, which is muted. */
const muted = (background: 'dark' | 'light') =>
  Number(/\((\d+)\)/.exec(String(makeTheme(24, false, background).muted.color))?.[1]);

it('is asked for, and the colors are those for what the terminal says', async () => {
  const file = await demoFile();
  for (const [background, wanted] of [
    [undefined, 'dark'],
    [dark, 'dark'],
    [light, 'light'],
  ] as const) {
    const p = await open(file, { background });
    await p.waitFor(() => p.cell(3, 1).fg === muted(wanted));
    expect(p.screen()).toContain('/ search');
  }
});

it('is what the setting says, also the next time', async () => {
  const file = await demoFile();
  const p = await open(file, { background: dark });
  p.type(':background: light\r');
  await p.waitFor('Background: light');
  await p.waitFor(() => p.cell(3, 1).fg === muted('light'));
  await p.press('q');
  await p.exit();
  const again = await open(file, { background: dark });
  await again.settled();
  expect(again.cell(3, 1).fg).toBe(muted('light'));
});

it('is not waited for: the first rows are there before the answer, and keys work', async () => {
  const p = await open(await demoFile(), { background: light, answerMs: 'held' });
  expect(p.cell(3, 1).fg).toBe(muted('dark'));
  await p.press('j');
  await p.waitFor('row 2 of 500');
  expect(p.cell(3, 1).fg).toBe(muted('dark'));
  p.answer();
  await p.waitFor(() => p.cell(3, 1).fg === muted('light'));
  expect(p.screen()).toContain('row 2 of 500');
});

it('is not asked for where that would be drawn', async () => {
  const p = await open(await demoFile(), { env: { TERM: 'linux' } });
  expect(p.raw()).not.toContain('\x1b]11;?');
});

it('is answered to nobody but the program, also where it is left at once', async () => {
  const file = await demoFile();
  const script = `'${process.execPath}' dist/roster.js --db '${file}'; read -rs -t 1 rest; printf 'left [%q]' "$rest"`;
  const p = startProgram(['-c', script], {
    file: 'bash',
    cwd: process.cwd(),
    background: light,
    answerMs: 900,
  });
  try {
    await p.waitFor('? all keys');
    await p.press('q');
    await p.waitFor(/left \[.*\]/);
    expect(p.screen()).toContain("left ['']");
  } finally {
    await p.close();
  }
});
