/**
 * The styles of cells as small numbers. 0 is the terminal's default; equal styles have equal numbers, so that comparing
 * cells is comparing numbers.
 */

interface Style {
  foreground: string;
  background: string;
  /** One flag an attribute, in the order of `attributes`. */
  flags: number;
}

interface Attribute {
  on: number;
  off: number;
}

// Bold and dim share their off code.
const attributes: Attribute[] = [
  { on: 1, off: 22 },
  { on: 2, off: 22 },
  { on: 3, off: 23 },
  { on: 4, off: 24 },
  { on: 7, off: 27 },
  { on: 9, off: 29 },
];
const INTENSITY = 0b11;
const UNDERLINE_INVERSE_STRIKE = 0b111000;

const styles: Style[] = [{ foreground: '', background: '', flags: 0 }];
const numbers = new Map<string, number>([[key(styles[0]!), 0]]);
const spaceStyles: number[] = [];
const applied = new Map<string, number>();
/** From one style to another. */
const transitions: string[][] = [];

function key(style: Style): string {
  return `${style.flags}|${style.foreground}|${style.background}`;
}

function numberOf(style: Style): number {
  const name = key(style);
  const known = numbers.get(name);
  if (known !== undefined) return known;
  styles.push(style);
  numbers.set(name, styles.length - 1);
  return styles.length - 1;
}

/** The style after the SGR parameters (`1;38;5;32`; empty is reset) are met in style `from`. Unknown ones are ignored. */
export function applySgr(from: number, parameters: string): number {
  const name = `${from}|${parameters}`;
  const known = applied.get(name);
  if (known !== undefined) return known;
  const style = { ...styles[from]! };
  const codes = parameters === '' ? [0] : parameters.split(';').map(Number);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!;
    if (code === 38 || code === 48) {
      const length = codes[index + 1] === 5 ? 3 : 5;
      setColor(style, code === 38, codes.slice(index, index + length).join(';'));
      index += length - 1;
    } else applyCode(style, code);
  }
  const number = numberOf(style);
  applied.set(name, number);
  return number;
}

function applyCode(style: Style, code: number): void {
  if (code === 0) Object.assign(style, styles[0]);
  else if (code === 39) style.foreground = '';
  else if (code === 49) style.background = '';
  else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) setColor(style, true, String(code));
  else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) setColor(style, false, String(code));
  for (const [index, { on, off }] of attributes.entries()) {
    if (code === on) style.flags |= 1 << index;
    if (code === off) style.flags &= ~(1 << index);
  }
}

function setColor(style: Style, isForeground: boolean, parameters: string): void {
  if (isForeground) style.foreground = parameters;
  else style.background = parameters;
}

/** The shortest SGR sequence that leads from style `from` to style `to`; empty when they are the same. */
export function transition(from: number, to: number): string {
  if (from === to) return '';
  transitions[from] ??= [];
  const known = transitions[from][to];
  if (known !== undefined) return known;
  const whole = sequence(changes(styles[0]!, styles[to]!), '0');
  const step = sequence(changes(styles[from]!, styles[to]!));
  const shorter = to === 0 ? '\x1b[m' : whole.length < step.length ? whole : step;
  transitions[from][to] = shorter;
  return shorter;
}

function changes(from: Style, to: Style): string[] {
  const codes: string[] = [];
  const lost = from.flags & ~to.flags;
  const relit = lost & INTENSITY ? to.flags & INTENSITY : 0;
  for (const [index, { on, off }] of attributes.entries()) {
    const flag = 1 << index;
    if (lost & flag && !codes.includes(String(off))) codes.push(String(off));
    if (to.flags & ~from.flags & flag || relit & flag) codes.push(String(on));
  }
  // An off code of bold or dim that comes after the other's on code would switch that off, too.
  codes.sort((a, b) => Number(b === '22') - Number(a === '22'));
  if (from.foreground !== to.foreground) codes.push(to.foreground || '39');
  if (from.background !== to.background) codes.push(to.background || '49');
  return codes;
}

function sequence(codes: string[], first?: string): string {
  return `\x1b[${(first === undefined ? codes : [first, ...codes]).join(';')}m`;
}

/**
 * The style of a space that was written in `style`: its background, all of it where the space is inverse, underlined or
 * struck through, else the default. Spaces that look the same have the same style.
 */
export function spaceStyle(style: number): number {
  const known = spaceStyles[style];
  if (known !== undefined) return known;
  const { background, flags } = styles[style]!;
  const marked = (flags & UNDERLINE_INVERSE_STRIKE) !== 0;
  const seen = marked ? style : numberOf({ foreground: '', background, flags: 0 });
  spaceStyles[style] = seen;
  return seen;
}
