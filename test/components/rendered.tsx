import { stripVTControlCharacters } from 'node:util';
import { cleanup, render } from 'ink-testing-library';
import type { ReactNode } from 'react';
import { afterAll } from 'vitest';
import type { ColorDepth } from '../../source/terminal/color-depth.ts';
import { makeTheme, setColorLevel, type Theme } from '../../source/theme/theme.ts';
import { ThemeContext } from '../../source/theme/theme-context.ts';
import { naively, runs } from '../terminal/painted.ts';

/** The columns of ink-testing-library. */
export const columns = 100;

let instance: ReturnType<typeof render> | undefined;

afterAll(() => {
  cleanup();
  instance = undefined;
});

/** What ink-testing-library sees of an element: lines with SGR codes. */
export function rendered(element: ReactNode, depth: ColorDepth = 0, theme = makeTheme(depth, false)): string {
  setColorLevel(depth);
  const tree = <ThemeContext value={theme}>{element}</ThemeContext>;
  if (instance) instance.rerender(tree);
  else instance = render(tree);
  return instance.lastFrame() ?? '';
}

/** Its lines as a person reads them, without blanks at their ends. */
export function lines(element: ReactNode, theme?: Theme): string[] {
  return stripVTControlCharacters(rendered(element, 0, theme))
    .split('\n')
    .map(line => line.trimEnd());
}

/** Its lines as stretches of one look: `▸ Ana [bg 25, fg 231]`; of blanks at their ends those that are seen. */
export async function looks(element: ReactNode, depth: ColorDepth, theme?: Theme): Promise<string[][]> {
  const frame = rendered(element, depth, theme);
  const cells = await naively(frame, columns, frame.split('\n').length);
  return cells.map(row => {
    const end = row.findLastIndex(cell => Object.keys(cell).length > 1);
    // Blanks that nobody sees are of no look.
    return runs(row.slice(0, end + 1)).map(run =>
      /bg|inverse/.test(run) ? run : run.replace(/ +(?= \[|$)/, ''),
    );
  });
}
