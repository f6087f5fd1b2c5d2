import { describe, expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import type { ScreenCell } from '../terminal/screen-model.ts';
import { openDemo } from './fixture.ts';
import { cells, colorNumbers, distinct, styleNumbers, tour } from './tour.ts';

/** Every cell that a tour comes by. */
async function seen(p: Program): Promise<ScreenCell[]> {
  const all: ScreenCell[] = [];
  await tour(p, () => all.push(...cells(p)));
  return all;
}

describe('in the sixteen colors of the terminal', () => {
  it('uses colors of the theme only, and those that can be read on a dark and on a light one', async () => {
    const p = await openDemo({ env: { COLORTERM: undefined, TERM: 'xterm' } });
    fillsTheCurrentRow(p);
    const all = await seen(p);
    const filled = all.filter(cell => cell.bg !== undefined && cell.chars.trim() !== '');
    const bare = all.filter(cell => cell.bg === undefined);
    // Blacks and whites are the background of some theme, or nearly so.
    expect(distinct(bare.map(cell => cell.fg)).toSorted()).toEqual([1, 2, 3, 6]);
    // What has a background has a foreground that goes with it.
    expect(distinct(filled.map(cell => `${cell.fg} on ${cell.bg}`))).toEqual(['15 on 4']);
    expect(bare.some(cell => cell.dim)).toBe(true);
    expect(filled.some(cell => cell.dim)).toBe(false);
    // Such a terminal knows no others.
    expect(styleNumbers(p).some(n => n === 38 || n === 48)).toBe(false);
    expect(colorNumbers(p)).not.toEqual([]);
  });

  /** From edge to edge. */
  function fillsTheCurrentRow(p: Program): void {
    const y = p
      .screen()
      .split('\n')
      .findIndex(line => line.includes('▸'));
    const backgrounds = Array.from({ length: p.columns }, (_, x) => p.cell(x, y).bg);
    expect(distinct(backgrounds)).toEqual([4]);
    expect(backgrounds).not.toContain(undefined);
  }
});

describe('in 256 colors', () => {
  it('uses fixed tones only, and never one on itself', async () => {
    const p = await openDemo({ env: { COLORTERM: undefined, TERM: 'xterm-256color' } });
    const all = await seen(p);
    const used = distinct(all.flatMap(({ fg, bg }) => [fg, bg]));
    expect(used.every(color => typeof color === 'number' && color >= 16)).toBe(true);
    expect(all.filter(({ fg, bg }) => fg !== undefined && fg === bg)).toEqual([]);
    expect(distinct(all.filter(cell => cell.bg !== undefined).map(cell => cell.fg))).toEqual([231]);
    expect(all.some(cell => cell.dim)).toBe(false);
  });
});
