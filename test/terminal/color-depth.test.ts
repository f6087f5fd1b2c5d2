import { expect, it } from 'vitest';
import { type ColorDepth, detectColorDepth } from '../../source/terminal/color-depth.ts';

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
