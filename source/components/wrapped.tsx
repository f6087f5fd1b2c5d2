import { Text } from 'ink';
import wrapAnsi from 'wrap-ansi';
import { cut } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import type { Style } from '../theme/theme.ts';
import { useTheme } from '../theme/theme-context.ts';

/**
 * A text in lines of at most `width` cells, broken between words; a word too long for a line is broken itself. Ink's own
 * `wrap` would begin a line with the blank at which it was broken.
 */
export function wrapLines(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n');
}

/** A text in at most `most` lines of `width` cells, as one text; what is left out is at least seen to be. */
export function firstLines(text: string, width: number, most: number): string {
  const lines = wrapLines(text, width);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown.push(`${cut(shown.pop() ?? '', width - 1)}${marks.ellipsis}`);
  return shown.join('\n');
}

/** A sentence in as many lines of `width` cells as it takes. */
export function Wrapped({ children, width, style }: { children: string; width: number; style?: Style }) {
  const theme = useTheme();
  return <Text {...(style ?? theme.text)}>{wrapLines(children, width).join('\n')}</Text>;
}
