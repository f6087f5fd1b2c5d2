import { stripVTControlCharacters } from 'node:util';
import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';
import { afterAll } from 'vitest';
import { Screen } from '../../source/app/screen.tsx';
import type { App, Size } from '../../source/app/state.ts';
import type { ColorDepth } from '../../source/terminal/color-depth.ts';
import { InkOutput } from '../../source/terminal/ink-output.ts';
import { makeTheme, setColorLevel } from '../../source/theme/theme.ts';
import { ThemeContext } from '../../source/theme/theme-context.ts';

interface Drawing {
  show(element: ReactNode): string;
  unmount(): void;
}

const drawings = new Map<string, Drawing>();

afterAll(() => {
  for (const drawing of drawings.values()) drawing.unmount();
  drawings.clear();
});

/** Ink on a screen of this size, the same for a whole test file, as in a session. */
function drawingOf(size: Size): Drawing {
  const key = `${size.columns}×${size.rows}`;
  const known = drawings.get(key);
  if (known) return known;
  let frame = '';
  const stdout = new InkOutput(size, next => {
    frame = next;
  }) as unknown as NodeJS.WriteStream;
  let instance: Instance | undefined;
  const drawing = {
    show(element: ReactNode) {
      if (instance) instance.rerender(element);
      else instance = render(element, { stdout, debug: true, patchConsole: false, exitOnCtrlC: false });
      return frame;
    },
    unmount: () => instance?.unmount(),
  };
  drawings.set(key, drawing);
  return drawing;
}

/** What Ink makes of the whole screen: lines with SGR codes. */
export function frameOf(app: App, depth: ColorDepth = 0, ascii = false): string {
  setColorLevel(depth);
  const theme = makeTheme(depth, ascii);
  return drawingOf(app.size).show(<Screen app={app} size={app.size} theme={theme} />);
}

/** The lines of the screen as a person reads them, without blanks at their ends. */
export function linesOf(app: App): string[] {
  return plainLines(frameOf(app));
}

/** The lines of a component in so many cells. */
export function componentLines(element: ReactNode, size: Size = { columns: 100, rows: 40 }): string[] {
  const theme = makeTheme(0, false);
  return plainLines(drawingOf(size).show(<ThemeContext value={theme}>{element}</ThemeContext>));
}

function plainLines(frame: string): string[] {
  return stripVTControlCharacters(frame)
    .split('\n')
    .map(line => line.trimEnd());
}
