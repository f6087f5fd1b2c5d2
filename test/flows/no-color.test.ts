import { expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { openDemo } from './fixture.ts';
import { footer, shownUsers } from './shown.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: styles are escape sequences
const styles = /\x1b\[([\d;:]*)m/g;

/** All numbers of the styles that were written so far. */
function styleNumbers(p: Program): Set<number> {
  const all = [...p.raw().matchAll(styles)].flatMap(([, list = '']) => list.split(/[;:]/).map(Number));
  return new Set(all);
}

const colors = (numbers: Set<number>) =>
  [...numbers].filter(n => (n >= 30 && n <= 49 && n !== 39 && n !== 49) || n >= 90);

/** Goes through everything that color tells elsewhere. */
async function tour(p: Program): Promise<void> {
  await p.press('Space', 'Space', 'v', 'j');
  await p.waitFor('▣');
  await p.press('Esc');
  p.type('/a');
  await p.waitFor('/ a▏');
  await p.press('Enter', 'f');
  await p.waitFor('╭─ Queue');
  await p.press('Esc', 'x');
  await p.waitFor('Remove 2 users');
  await p.press('n');
  await p.waitFor('Kept.');
}

it('shows no color with NO_COLOR, and every fact still', async () => {
  const p = await openDemo({ env: { NO_COLOR: '1' } });
  await tour(p);
  expect(colors(styleNumbers(p))).toEqual([]);
  const users = shownUsers(p);
  expect(users.filter(user => user.current)).toHaveLength(1);
  expect(footer(p)).toMatch(/^2 selected \(\d not shown\)|^2 selected · row/);
  expect(users.every(({ text }) => /(Active|Inactive)$/.test(text.trimEnd()))).toBe(true);
  expect(users.every(({ text }) => /[●◉◐○] \w+/.test(text))).toBe(true);
  expect(users.some(({ text }) => text.includes('Inactive'))).toBe(true);
  await p.press('x');
  await p.waitFor(/y remove +i make inactive instead +n keep|Type 2 and Enter to remove/);
});

it('uses the sixteen colors of a terminal that has no more', async () => {
  const p = await openDemo({ env: { COLORTERM: undefined, TERM: 'xterm' } });
  await tour(p);
  const numbers = styleNumbers(p);
  expect([...numbers].some(n => n === 38 || n === 48)).toBe(false);
  expect(colors(numbers)).not.toEqual([]);
});

it('uses the colors of a terminal that has more', async () => {
  const p = await openDemo({ env: { COLORTERM: 'truecolor' } });
  expect(p.raw()).toMatch(/\[[\d;]*38;[25];/);
});
