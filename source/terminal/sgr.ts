/**
 * The looks of cells as small numbers. 0 is the terminal's default; equal looks have equal numbers, so that comparing
 * cells is comparing numbers.
 */

interface Look {
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

const looks: Look[] = [{ foreground: '', background: '', flags: 0 }];
const numbers = new Map<string, number>([[key(looks[0]!), 0]]);
const spaceLooks: number[] = [];
const applied = new Map<string, number>();
/** From one look to another. */
const transitions: string[][] = [];

function key(look: Look): string {
  return `${look.flags}|${look.foreground}|${look.background}`;
}

function numberOf(look: Look): number {
  const name = key(look);
  const known = numbers.get(name);
  if (known !== undefined) return known;
  looks.push(look);
  numbers.set(name, looks.length - 1);
  return looks.length - 1;
}

/** The look after the SGR parameters (`1;38;5;32`; empty is reset) are met in look `from`. Unknown ones are ignored. */
export function applySgr(from: number, parameters: string): number {
  const name = `${from}|${parameters}`;
  const known = applied.get(name);
  if (known !== undefined) return known;
  const look = { ...looks[from]! };
  const codes = parameters === '' ? [0] : parameters.split(';').map(Number);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!;
    if (code === 38 || code === 48) {
      const length = codes[index + 1] === 5 ? 3 : 5;
      setColor(look, code === 38, codes.slice(index, index + length).join(';'));
      index += length - 1;
    } else applyCode(look, code);
  }
  const number = numberOf(look);
  applied.set(name, number);
  return number;
}

function applyCode(look: Look, code: number): void {
  if (code === 0) Object.assign(look, looks[0]);
  else if (code === 39) look.foreground = '';
  else if (code === 49) look.background = '';
  else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) setColor(look, true, String(code));
  else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) setColor(look, false, String(code));
  for (const [index, { on, off }] of attributes.entries()) {
    if (code === on) look.flags |= 1 << index;
    if (code === off) look.flags &= ~(1 << index);
  }
}

function setColor(look: Look, isForeground: boolean, parameters: string): void {
  if (isForeground) look.foreground = parameters;
  else look.background = parameters;
}

/** The shortest SGR sequence that leads from look `from` to look `to`; empty when they are the same. */
export function transition(from: number, to: number): string {
  if (from === to) return '';
  transitions[from] ??= [];
  const known = transitions[from][to];
  if (known !== undefined) return known;
  const whole = sequence(changes(looks[0]!, looks[to]!), '0');
  const step = sequence(changes(looks[from]!, looks[to]!));
  const shorter = to === 0 ? '\x1b[m' : whole.length < step.length ? whole : step;
  transitions[from][to] = shorter;
  return shorter;
}

function changes(from: Look, to: Look): string[] {
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
 * The look of a space that was written in `look`: its background, all of it where the space is inverse, underlined or
 * struck through, else the default. Spaces that look the same have the same look.
 */
export function spaceLook(look: number): number {
  const known = spaceLooks[look];
  if (known !== undefined) return known;
  const { background, flags } = looks[look]!;
  const marked = (flags & UNDERLINE_INVERSE_STRIKE) !== 0;
  const seen = marked ? look : numberOf({ foreground: '', background, flags: 0 });
  spaceLooks[look] = seen;
  return seen;
}
