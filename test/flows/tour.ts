import type { Program } from '../terminal/driver.ts';
import type { ScreenCell } from '../terminal/screen-model.ts';

type Stop = (name: string) => void;

/** Past the screens on which something is current, selected, changed, not possible now, or warned of. */
export async function tour(p: Program, stop: Stop): Promise<void> {
  await p.press('Space', 'Space', 'v', 'j');
  await p.waitFor(/▣[\s\S]*row 4 of 500/);
  stop('roster');
  await p.press('Esc');
  p.type('/a');
  await p.waitFor('/ a▏');
  stop('search');
  await p.press('Esc', 'x');
  await p.waitFor('Remove 2 users');
  stop('dialog');
  await p.press('n');
  await p.waitFor('Kept.');
  await p.press('-', 'g', 'e');
  await p.waitFor('Edit Abigail Campbell');
  await p.press('Enter');
  p.type('superv\r');
  await p.waitFor('→ Supervisor');
  stop('form');
  await p.press('u', 'Esc');
  await p.waitGone('Edit Abigail');
  await p.press(':');
  p.type('only the sel');
  await p.waitFor(/> only the sel[\s\S]*not now/);
  stop('commands');
  await p.press('Esc', 'f');
  await p.waitFor(/╭─ Queue[\s\S]*▸ All +500/);
  stop('queues');
  await p.press('Esc', 'h');
  await p.waitFor(/undone by \d+/);
  stop('history');
  await p.press('Esc', 'Enter');
  await p.waitFor('License and access');
  stop('user');
  await p.press('Esc', 'a');
  await p.waitFor('100 people');
  await p.press('Tab');
  await p.waitFor('1 picked');
  stop('add');
}

/** All cells of the screen, row by row. */
export function cells(p: Program): ScreenCell[] {
  return Array.from({ length: p.columns * p.rows }, (_, at) =>
    p.cell(at % p.columns, Math.floor(at / p.columns)),
  );
}

export function distinct(values: Iterable<ScreenCell['fg']>): ScreenCell['fg'][] {
  return [...new Set(values)].filter(one => one !== undefined);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: styles are escape sequences
const styles = /\x1b\[([\d;:]*)m/g;

/** All numbers of the styles that were written so far. */
export function styleNumbers(p: Program): number[] {
  const all = [...p.raw().matchAll(styles)].flatMap(([, list = '']) => list.split(/[;:]/).map(Number));
  return [...new Set(all)];
}

/** Those of them that are colors, or begin one. */
export function colorNumbers(p: Program): number[] {
  return styleNumbers(p).filter(n => (n >= 30 && n <= 49 && n !== 39 && n !== 49) || n >= 90);
}
