import { describe, expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import type { ScreenCell } from '../terminal/screen-model.ts';
import { openDemo } from './fixture.ts';

type Stop = (name: string) => void;

/** Past the screens on which something is current, selected, changed, not possible now, or warned of. */
async function tour(p: Program, stop: Stop): Promise<void> {
  await p.press('Space', 'Space', 'v', 'j');
  await p.waitFor('▣');
  stop('roster');
  await p.press('Esc', 'x');
  await p.waitFor('Remove 2 users');
  stop('dialog');
  await p.press('n', '-', 'g', 'e');
  await p.waitFor('Edit Abigail Campbell');
  await p.press('Down', 'Down', 'Enter');
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
  await p.waitFor('╭─ Queue');
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

function cells(p: Program): ScreenCell[] {
  return Array.from({ length: p.columns * p.rows }, (_, at) =>
    p.cell(at % p.columns, Math.floor(at / p.columns)),
  );
}

async function colors(env: Record<string, string | undefined>): Promise<ScreenCell[]> {
  const p = await openDemo({ env });
  const all: ScreenCell[] = [];
  await tour(p, () => all.push(...cells(p)));
  return all;
}

const distinct = (values: Iterable<ScreenCell['fg']>) =>
  [...new Set(values)].filter(one => one !== undefined);

describe('in the sixteen colors of the terminal', () => {
  it('uses colors of the theme only, and those that can be read on a dark and on a light one', async () => {
    const all = await colors({ COLORTERM: undefined, TERM: 'xterm' });
    const filled = all.filter(cell => cell.bg !== undefined && cell.chars.trim() !== '');
    const bare = all.filter(cell => cell.bg === undefined);
    // Blacks, whites and yellows are the background of some theme, or nearly so.
    expect(distinct(bare.map(cell => cell.fg)).toSorted()).toEqual([1, 2, 5, 6]);
    // What has a background has a foreground that goes with it.
    expect(distinct(filled.map(cell => `${cell.fg} on ${cell.bg}`))).toEqual(['15 on 4']);
    expect(bare.some(cell => cell.dim)).toBe(true);
    expect(filled.some(cell => cell.dim)).toBe(false);
  });
});

describe('in 256 colors', () => {
  it('uses fixed tones only, and never one on itself', async () => {
    const all = await colors({ COLORTERM: undefined, TERM: 'xterm-256color' });
    const used = distinct(all.flatMap(({ fg, bg }) => [fg, bg]));
    expect(used.every(color => typeof color === 'number' && color >= 16)).toBe(true);
    expect(all.filter(({ fg, bg }) => fg !== undefined && fg === bg)).toEqual([]);
    expect(distinct(all.filter(cell => cell.bg !== undefined).map(cell => cell.fg))).toEqual([231]);
    expect(all.some(cell => cell.dim)).toBe(false);
  });
});

describe('without color', () => {
  const facts: Record<string, RegExp[]> = {
    roster: [/^ ▸ ▣ \S/m, /^ {3}☑ \S/m, /^ {3}☐ \S/m, /[●◉◐○] \w+ +Inactive$/m, /Name ↑/],
    dialog: [/╭─ Remove 2 users from Contact Center\?/, /y remove +i make inactive instead +n keep/],
    form: [/▸ Role +\S.* → Supervisor/, /· 1 set/],
    commands: [/▸ " +Show only the selected users, or everybody again +not now/],
    queues: [/▸ All +500/],
    history: [/^ ▸ \d{4}-/m, /undone by \d+/],
    user: [/Status +Active/, /Presence +[●◉◐○] \w+/],
    add: [/☑ \S/, /▸ ☐ \S/, /(inactive|pending)/],
  };

  it('tells by characters what elsewhere colors tell, too', async () => {
    const p = await openDemo({ env: { NO_COLOR: '1' } });
    const seen: string[] = [];
    await tour(p, name => {
      seen.push(name);
      for (const fact of facts[name]!) expect(p.screen(), name).toMatch(fact);
      expect(distinct(cells(p).flatMap(({ fg, bg }) => [fg, bg]))).toEqual([]);
      expect(cells(p).some(cell => cell.dim)).toBe(false);
      // Only one line stands out, and it is the one with the sign of the cursor.
      const lines = p.screen().split('\n');
      for (const [y, line] of lines.entries())
        for (let x = 0; x < p.columns; x++) if (p.cell(x, y).inverse) expect(line, name).toContain('▸');
    });
    expect(seen).toEqual(Object.keys(facts));
  });
});

it('fills the current row from edge to edge', async () => {
  const p = await openDemo({ env: { COLORTERM: undefined, TERM: 'xterm' } });
  const y = p
    .screen()
    .split('\n')
    .findIndex(line => line.includes('▸'));
  const backgrounds = Array.from({ length: p.columns }, (_, x) => p.cell(x, y).bg);
  expect(distinct(backgrounds)).toEqual([4]);
  expect(backgrounds).not.toContain(undefined);
});
