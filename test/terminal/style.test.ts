import { describe, expect, it } from 'vitest';
import { type ColorDepth, detectColorDepth, paint } from '../../source/terminal/style.ts';
import { background, foreground } from '../../source/terminal/theme.ts';

describe('detectColorDepth', () => {
  it.each<[Record<string, string>, ColorDepth]>([
    [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, 24],
    [{ TERM: 'xterm-256color', COLORTERM: '24bit' }, 24],
    [{ TERM: 'xterm-256color' }, 8],
    [{ TERM: 'screen-256color' }, 8],
    [{ TERM: 'xterm' }, 4],
    [{ TERM: 'linux' }, 4],
    [{ TERM: 'vt220' }, 0],
    [{ TERM: 'dumb', COLORTERM: 'truecolor' }, 0],
    [{}, 0],
    [{ TERM: 'xterm-256color', NO_COLOR: '1', FORCE_COLOR: '3' }, 0],
    [{ TERM: 'xterm-256color', NO_COLOR: '' }, 8],
    [{ TERM: 'dumb', FORCE_COLOR: '1' }, 4],
    [{ TERM: 'xterm', FORCE_COLOR: '3' }, 24],
    [{ TERM: 'xterm', FORCE_COLOR: '0' }, 0],
  ])('of %j is %i', (env, depth) => expect(detectColorDepth(env)).toBe(depth));
});

describe('paint', () => {
  it('switches on what is asked for, and just that off', () => {
    expect(paint('a', { color: 'accent', bold: true }, 8)).toBe('\x1b[1;38;5;32ma\x1b[22;39m');
    expect(paint('a', { color: 'accent' }, 4)).toBe('\x1b[36ma\x1b[39m');
    expect(paint('a', { color: 'muted' }, 4)).toBe('\x1b[2ma\x1b[22m');
    expect(paint('a', { color: 'muted', background: 'cursorRow' }, 4)).toBe('\x1b[97;44ma\x1b[39;49m');
    expect(paint('a', {}, 8)).toBe('a');
    expect(paint('', { bold: true }, 8)).toBe('');
  });

  it('keeps attributes and sends no color where there is none', () => {
    expect(paint('a', { color: 'accent', bold: true, underline: true }, 0)).toBe('\x1b[1;4ma\x1b[22;24m');
    expect(paint('a', { color: 'muted' }, 0)).toBe('a');
    expect(paint('a', { background: 'cursorRow', color: 'muted' }, 0)).toBe('\x1b[7ma\x1b[27m');
  });

  it('goes on after text that was painted before', () => {
    const inner = paint('b', { bold: true, color: 'match' }, 8);
    expect(paint(`a${inner}c`, { color: 'muted' }, 8)).toBe(
      '\x1b[38;5;244ma\x1b[1;38;5;166mb\x1b[22;39m\x1b[38;5;244mc\x1b[39m',
    );
  });

  it('draws on a background in the foreground that can be read there', () => {
    expect(paint('a', { background: 'cursorRow', color: 'muted' }, 8)).toBe(
      `\x1b[${foreground('onCursorRow', 8)};${background('cursorRow', 8)}ma\x1b[39;49m`,
    );
  });
});

describe('theme', () => {
  const text = ['accent', 'muted', 'match', 'good', 'warning', 'danger', 'selected'] as const;

  it.each(text)('%s has a contrast of 3.5 on dark and on white', color => {
    const luminance = luminanceOf(Number(foreground(color, 8).split(';').at(-1)));
    expect(contrast(luminance, gray(0x1e))).toBeGreaterThanOrEqual(3.5);
    expect(contrast(luminance, 1)).toBeGreaterThanOrEqual(3.5);
  });

  const linear = (value: number) =>
    value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const gray = linear;
  const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

  function luminanceOf(index: number): number {
    if (index >= 232) return gray(8 + (index - 232) * 10);
    const level = (step: number) => linear([0, 95, 135, 175, 215, 255][step % 6]!);
    const cube = index - 16;
    return (
      0.2126 * level(Math.floor(cube / 36)) + 0.7152 * level(Math.floor(cube / 6)) + 0.0722 * level(cube)
    );
  }
});
