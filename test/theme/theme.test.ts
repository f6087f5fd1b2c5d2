import { describe, expect, it } from 'vitest';
import { makeTheme, type Style, type Theme } from '../../source/theme/theme.ts';

const { cursorRow: _, onCursorRow: __, behind: ___, ascii: ____, ...named } = makeTheme(24, false);
const names = Object.keys(named) as (keyof typeof named)[];
const colored = names.filter(name => named[name].color !== undefined);

function stylesOf(theme: Theme): Style[] {
  return names.map(name => theme[name]);
}

/** Black and white, and what the best known themes have in their place. */
const backgrounds = {
  dark: ['#000000', '#1e1e1e', '#282a36', '#002b36', '#2e3440'],
  light: ['#ffffff', '#fafafa', '#fdf6e3', '#eff1f5'],
};

describe.each(['dark', 'light'] as const)('the colors for a %s background', background => {
  const theme = makeTheme(24, false, background);

  it.each(colored)('of %s have a contrast of 4.5', name => {
    const luminance = luminanceOf(theme[name].color);
    for (const color of backgrounds[background])
      expect(contrast(luminance, luminanceOfHex(color)), color).toBeGreaterThanOrEqual(4.5);
  });

  it('of the cursor row have a contrast of 4.5', () => {
    const { color, backgroundColor } = theme.cursorRow;
    expect(contrast(luminanceOf(color), luminanceOf(backgroundColor))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the colors', () => {
  it('are the same in 256 and in 24-bit color', () => {
    expect(stylesOf(makeTheme(8, false))).toEqual(stylesOf(makeTheme(24, false)));
  });

  it('are of the 16 that the theme of the terminal defines where it has no others', () => {
    const theme = makeTheme(4, false);
    const used = [...stylesOf(theme), theme.cursorRow].flatMap(style => [style.color, style.backgroundColor]);
    expect(new Set(used.filter(color => color !== undefined))).toEqual(
      new Set(['cyan', 'magenta', 'yellow', 'green', 'red', 'blue', 'whiteBright']),
    );
    expect(theme.muted).toEqual({ dimColor: true });
  });
});

describe('without colors', () => {
  const theme = makeTheme(0, false);

  it('keeps bold and underline, and is inverse where the cursor is', () => {
    const { strong, accentStrong, match, muted, cursorRow } = theme;
    expect([strong, accentStrong, match, muted, cursorRow]).toEqual([
      { bold: true },
      { bold: true },
      { bold: true, underline: true },
      {},
      { inverse: true },
    ]);
  });

  it('has none, nor dim letters', () => {
    for (const style of [theme, theme.onCursorRow, theme.behind].flatMap(stylesOf))
      expect(Object.keys(style).filter(name => /color/i.test(name))).toEqual([]);
  });
});

it.each([0, 4, 24] as const)('has one foreground on the row of the cursor, at a depth of %i', depth => {
  const { onCursorRow } = makeTheme(depth, false);
  for (const { color, dimColor, backgroundColor } of stylesOf(onCursorRow))
    expect([color, dimColor, backgroundColor]).toEqual([undefined, undefined, undefined]);
  expect(onCursorRow.strong).toEqual({ bold: true });
});

it.each([0, 4, 24] as const)('has one style behind a dialog, at a depth of %i', depth => {
  const { behind, muted } = makeTheme(depth, false);
  for (const theme of [behind, behind.onCursorRow, behind.behind])
    for (const style of [...stylesOf(theme), theme.cursorRow]) expect(style).toEqual(muted);
});

const linear = (value: number) =>
  value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const gray = linear;
const brightness = (red: number, green: number, blue: number) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Of a tone of the 256-color cube, as Ink names it: `ansi256(32)`. */
function luminanceOf(color: Style['color']): number {
  const index = Number(/^ansi256\((\d+)\)$/.exec(String(color))?.[1]);
  if (index >= 232) return gray(8 + (index - 232) * 10);
  const level = (step: number) => [0, 95, 135, 175, 215, 255][step % 6]!;
  const cube = index - 16;
  return brightness(level(Math.floor(cube / 36)), level(Math.floor(cube / 6)), level(cube));
}

function luminanceOfHex(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return brightness(value >> 16, (value >> 8) & 255, value & 255);
}
