import chalk from 'chalk';
import type { TextProps } from 'ink';
import type { Background } from '../roster/screen/drawing.ts';
import type { ColorDepth } from '../terminal/color-depth.ts';

/** How a `<Text>` looks, as its props. */
export type Style = Pick<
  TextProps,
  'color' | 'backgroundColor' | 'bold' | 'dimColor' | 'inverse' | 'underline'
>;

/** What a style means. Components name these, never a color; nothing is told by one of them alone. */
interface Styles {
  text: Style;
  strong: Style;
  muted: Style;
  accent: Style;
  accentStrong: Style;
  match: Style;
  good: Style;
  goodStrong: Style;
  warning: Style;
  warningStrong: Style;
  danger: Style;
  dangerStrong: Style;
}

export type StyleName = keyof Styles;

export interface Theme extends Styles {
  /** For the whole of the row that the cursor is on; what stands in it takes the styles of `onCursorRow`. */
  cursorRow: Style;
  /** Without colors, which could not be read there. */
  onCursorRow: Theme;
  /** For what lies behind a dialog: nothing stands out. */
  behind: Theme;
  /** Names of keys are written without arrows. */
  ascii: boolean;
}

interface Tone {
  /** Of the 16 colors that the terminal's own theme defines; null: its own foreground, dimmed. */
  ansi: string | null;
  /** Fixed tones of the 256-color cube, 16 to 255. */
  dark: number;
  light: number;
}

// The tones of the cube have a contrast of 4.5 or more: those for dark on black, #1e1e1e and the dark themes of Solarized,
// Dracula and Nord, those for light on white and the light themes. The 16 colors are left to the terminal's theme. None of
// them is a gray that can be read on every theme: bright black is the background of Solarized's dark one. The cursor's row
// brings its own foreground. Terminals with 24-bit color get the cube tones, too: they look the same, and a change of
// color is 8 bytes shorter on a slow line.
const tones = {
  accent: { ansi: 'cyan', dark: 75, light: 25 },
  muted: { ansi: null, dark: 247, light: 241 },
  match: { ansi: 'magenta', dark: 215, light: 125 },
  good: { ansi: 'green', dark: 114, light: 22 },
  warning: { ansi: 'yellow', dark: 222, light: 94 },
  danger: { ansi: 'red', dark: 210, light: 124 },
  cursorRow: { ansi: 'blue', dark: 25, light: 25 },
  onCursorRow: { ansi: 'whiteBright', dark: 231, light: 231 },
} satisfies Record<string, Tone>;

/** The color of a tone for Ink; undefined without color, and where a tone is the foreground dimmed. */
function colorOf(tone: Tone, depth: ColorDepth, background: Background): string | undefined {
  if (depth === 0) return undefined;
  return depth === 4 ? (tone.ansi ?? undefined) : `ansi256(${tone[background]})`;
}

/** The styles for a terminal of this color depth and background; `ascii` where it shows no other signs. */
export function makeTheme(depth: ColorDepth, ascii: boolean, background: Background = 'dark'): Theme {
  const toned = (tone: Tone): Style => {
    const color = colorOf(tone, depth, background);
    return color === undefined ? (depth === 4 ? { dimColor: true } : {}) : { color };
  };
  const strong = (style: Style): Style => ({ ...style, bold: true });
  const styles = (of: (tone: Tone) => Style): Styles => ({
    text: {},
    strong: { bold: true },
    muted: of(tones.muted),
    accent: of(tones.accent),
    accentStrong: strong(of(tones.accent)),
    match: { ...strong(of(tones.match)), underline: true },
    good: of(tones.good),
    goodStrong: strong(of(tones.good)),
    warning: of(tones.warning),
    warningStrong: strong(of(tones.warning)),
    danger: of(tones.danger),
    dangerStrong: strong(of(tones.danger)),
  });
  const backgroundColor = colorOf(tones.cursorRow, depth, background);
  const cursorRow: Style =
    backgroundColor === undefined ? { inverse: true } : { backgroundColor, ...toned(tones.onCursorRow) };
  const names = Object.keys(styles(toned)) as StyleName[];
  const dull = Object.fromEntries(names.map(name => [name, toned(tones.muted)])) as unknown as Styles;
  const behind: Theme = {
    ...dull,
    cursorRow: toned(tones.muted),
    get onCursorRow() {
      return behind;
    },
    get behind() {
      return behind;
    },
    ascii,
  };
  const onCursorRow: Theme = {
    ...styles(() => ({})),
    cursorRow,
    get onCursorRow() {
      return onCursorRow;
    },
    behind,
    ascii,
  };
  return { ...styles(toned), cursorRow, onCursorRow, behind, ascii };
}

/** Lets Ink write the colors of such a terminal: chalk would ask stdout. Without colors it still writes bold and inverse. */
export function setColorLevel(depth: ColorDepth): void {
  chalk.level = depth === 0 || depth === 4 ? 1 : 2;
}
