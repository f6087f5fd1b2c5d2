import { background, foreground, foregroundOn, isDimmed, type ThemeColor } from './theme.ts';

/** Bits of color: none, the 16 colors of the terminal's theme, 256, or 24-bit. */
export type ColorDepth = 0 | 4 | 8 | 24;

export interface Style {
  color?: ThemeColor | undefined;
  background?: ThemeColor | undefined;
  bold?: boolean | undefined;
  dim?: boolean | undefined;
  inverse?: boolean | undefined;
  underline?: boolean | undefined;
}

type Environment = Record<string, string | undefined>;

/**
 * How much color the terminal described by `env` shows. NO_COLOR and TERM=dumb say none; FORCE_COLOR (0 to 3, or empty
 * or `true` for 16 colors at least) overrides what TERM and COLORTERM say, but not NO_COLOR.
 */
export function detectColorDepth(env: Environment): ColorDepth {
  if (env.NO_COLOR) return 0;
  const told = declaredDepth(env);
  const forced = env.FORCE_COLOR;
  if (forced === undefined) return told;
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '1') return 4;
  if (forced === '2') return 8;
  if (forced === '3') return 24;
  return told === 0 ? 4 : told;
}

function declaredDepth(env: Environment): ColorDepth {
  const term = env.TERM ?? '';
  if (term === 'dumb' || term === '') return 0;
  if (/^(truecolor|24bit)$/i.test(env.COLORTERM ?? '') || /-(direct|truecolor)$/.test(term)) return 24;
  if (/-256(color)?\b/.test(term)) return 8;
  if (/^vt\d|-m(ono)?$/.test(term)) return 0;
  return 4;
}

/**
 * `text` between the SGR codes that switch `style` on and exactly these off again; text that was painted before keeps
 * its own style. Without color (`depth` 0) bold, dim, inverse and underline are kept and a background becomes inverse;
 * nothing may be told by them alone.
 */
export function paint(text: string, style: Style, depth: ColorDepth): string {
  if (text === '') return '';
  const on: string[] = [];
  const off: string[] = [];
  if (style.bold) on.push('1');
  const color = (style.background && foregroundOn(style.background)) ?? style.color;
  if (style.dim || (color && isDimmed(color, depth))) on.push('2');
  if (on.length > 0) off.push('22');
  if (style.underline) {
    on.push('4');
    off.push('24');
  }
  const filled = style.background !== undefined;
  if (style.inverse || (filled && depth === 0)) {
    on.push('7');
    off.push('27');
  }
  if (color && foreground(color, depth) !== '') {
    on.push(foreground(color, depth));
    off.push('39');
  }
  if (style.background && depth !== 0) {
    on.push(background(style.background, depth));
    off.push('49');
  }
  if (on.length === 0) return text;
  const opening = `\x1b[${on.join(';')}m`;
  // What painted text inside switches off goes on here.
  const inner = text.includes('\x1b') ? text.replace(switchesOff, code => code + opening) : text;
  return `${opening}${inner}\x1b[${off.join(';')}m`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR codes begin with one
const switchesOff = /\x1b\[(?:2[247]|[34]9|;)+m(?!$)/g;
