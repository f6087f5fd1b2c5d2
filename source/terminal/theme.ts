import type { ColorDepth } from './style.ts';

/** What a color means. Drawing code names these, never a color. */
export type ThemeColor =
  | 'accent'
  | 'muted'
  | 'match'
  | 'good'
  | 'warning'
  | 'danger'
  | 'selected'
  | 'cursorRow'
  | 'onCursorRow';

interface Tone {
  /** One of the 16 colors that the terminal's own theme defines, 0 to 15; null: its own foreground, dimmed. */
  ansi: number | null;
  /** A fixed tone of the 256-color cube, 16 to 255. */
  cube: number;
}

// Nothing tells a program which background it is drawn on. The cube tones have a luminance between 0.17 and 0.25 and so
// a contrast of at least 3.5 on #1e1e1e and on white; the 16 colors are left to the terminal's theme. None of them is
// a gray that can be read on every theme: bright black is the background of Solarized's dark one. The rows with a
// background bring their own foreground. Terminals with 24-bit color get the cube tones, too: they look the same, and a
// change of color is 8 bytes shorter on a slow line.
const tones: Record<ThemeColor, Tone> = {
  accent: { ansi: 6, cube: 32 },
  muted: { ansi: null, cube: 244 },
  match: { ansi: 5, cube: 166 },
  good: { ansi: 2, cube: 29 },
  warning: { ansi: 5, cube: 130 },
  danger: { ansi: 1, cube: 167 },
  selected: { ansi: 6, cube: 32 },
  cursorRow: { ansi: 4, cube: 25 },
  onCursorRow: { ansi: 15, cube: 231 },
};

// The foreground for text on a background of the theme: whatever color it asks for, this one can be read.
const onBackground: Partial<Record<ThemeColor, ThemeColor>> = { cursorRow: 'onCursorRow' };

/** SGR parameters that set `color` as the foreground, e.g. `38;5;32`; empty without color, and where it `isDimmed`. */
export function foreground(color: ThemeColor, depth: ColorDepth): string {
  if (depth === 0) return '';
  const { ansi, cube } = tones[color];
  if (depth !== 4) return `38;5;${cube}`;
  return ansi === null ? '' : String(ansi < 8 ? 30 + ansi : 82 + ansi);
}

/** SGR parameters that set `color` as the background, e.g. `48;5;25`; without color, inverse (`7`). */
export function background(color: ThemeColor, depth: ColorDepth): string {
  if (depth === 0) return '7';
  const { ansi, cube } = tones[color];
  if (depth === 4 && ansi !== null) return String(ansi < 8 ? 40 + ansi : 92 + ansi);
  return `48;5;${cube}`;
}

/** Whether text in `color` is the terminal's own foreground, dimmed. */
export function isDimmed(color: ThemeColor, depth: ColorDepth): boolean {
  return depth === 4 && tones[color].ansi === null;
}

/** The foreground that text on `color` is drawn in, if the theme fixes one. */
export function foregroundOn(color: ThemeColor): ThemeColor | undefined {
  return onBackground[color];
}
