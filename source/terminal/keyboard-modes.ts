import { graphemes } from './width.ts';

/**
 * Keyboard modes that another program may have left on: kitty's, xterm's modifyOtherKeys, Windows' win32-input-mode, the
 * keypad's. In any of them a key comes as a sequence; here it becomes what the key sends without them.
 */

// For the alternate screen, which has kitty modes of its own. A terminal that knows none of these ignores them all.
export const PLAIN_KEYBOARD = '\x1b[>0u\x1b[>4;0m\x1b[?9001s\x1b[?9001l';
export const KEYBOARD_AS_BEFORE = '\x1b[?9001r\x1b[>4m\x1b[<u';

/** CSI CODE [:SHIFTED [:BASE]] [; MODIFIERS [:EVENT] [; TEXT]] u */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const kitty = /^\x1b\[(\d+)(?::(\d*))?(?::(\d*))?(?:;(\d*)(?::(\d*))?)?(?:;([\d:]*))?u$/;
/** CSI 27 ; MODIFIERS ; CODE ~ */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const otherKeys = /^\x1b\[27;(\d+);(\d+)~$/;
/** CSI KEY ; SCAN CODE ; CHARACTER ; DOWN ; STATE ; REPEAT _ */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const win32 = /^\x1b\[(\d*);?(\d*);?(\d*);?(\d*);?(\d*);?(\d*)_$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const keypad = /^\x1bO([j-yX])$/;

/** A key, and what is held with it. */
interface Press {
  /** What it types, of one character; or, for a key that types nothing, what it sends. */
  key: string;
  shift?: boolean;
  alt?: boolean;
  ctrl?: boolean;
}

/** The plain keys that `sequence` stands for, none for what is no key press; null if it is of none of these modes. */
export function plainKeys(sequence: string): string[] | null {
  const pressed = kitty.exec(sequence);
  if (pressed) return fromKitty(pressed);
  const other = otherKeys.exec(sequence);
  if (other) {
    const held = heldBy(Number(other[1]) - 1);
    // What Shift makes of the key is in the code already.
    return held ? plain({ ...held, key: fromCodes([Number(other[2])]) }) : [];
  }
  const record = win32.exec(sequence);
  if (record) return fromWindows(record.slice(1).map(Number));
  const typed = keypad.exec(sequence)?.[1];
  if (typed) return [typed === 'X' ? '=' : String.fromCharCode(typed.charCodeAt(0) - 64)];
  return null;
}

function fromKitty([, code, shifted, base, modifiers, event, text]: RegExpExecArray): string[] {
  const bits = Number(modifiers || 1) - 1;
  const held = heldBy(bits);
  if (event === '3' || !held) return [];
  const { shift, alt, ctrl } = held;
  if (text && !alt && !ctrl) return graphemes(fromCodes(text.split(':').map(Number)));
  const keyCode = Number(code);
  const onKeypad = keypadKeys[keyCode - firstOnKeypad];
  if (onKeypad !== undefined) return plain({ ...held, key: onKeypad });
  // On a keyboard of other letters Ctrl and Alt are about the letter that lies there on the usual one.
  const key = fromCodes([(ctrl || alt) && keyCode > 127 && base ? Number(base) : keyCode]);
  const upper = key.toUpperCase();
  const capsLock = (bits & 64) > 0;
  if (upper !== key && [...upper].length === 1)
    return plain({ ...held, key: shift === capsLock ? key : upper });
  if (!shift || key <= ' ' || key === BACKSPACE) return plain({ ...held, key });
  // What Shift makes of another key is known to the terminal alone.
  return shifted ? plain({ ...held, key: fromCodes([Number(shifted)]) }) : [];
}

/** Kitty's keys of the keypad, by their codes from this one on. */
const firstOnKeypad = 57_399;
const keypadKeys = [
  ...'0123456789./*-+\r=,',
  ...['\x1b[D', '\x1b[C', '\x1b[A', '\x1b[B', '\x1b[5~', '\x1b[6~', '\x1b[H', '\x1b[F', '\x1b[2~', '\x1b[3~'],
];

function fromWindows([virtual = 0, , code = 0, down, state = 0, repeat]: number[]): string[] {
  if (down !== 1) return [];
  // AltGr comes as Ctrl and Alt, and its character with them.
  const altGr = (state & 3) > 0 && (state & 12) > 0 && code >= 32;
  const held = { shift: (state & 16) > 0, alt: !altGr && (state & 3) > 0, ctrl: !altGr && (state & 12) > 0 };
  // With Ctrl a letter comes as the control character that it sends.
  const isControl = held.ctrl && virtual >= 65 && virtual <= 90;
  const typed = isControl ? String.fromCharCode(virtual + 32) : fromCodes([code]);
  const keys = plain({ ...held, key: virtualKeys[virtual] ?? typed });
  return Array.from({ length: Math.min(repeat || 1, mostRepeats) }, () => keys).flat();
}

/** Windows' virtual keys that go by their name, not by what they type. */
const virtualKeys: Record<number, string> = {
  ...{ 8: '\x7f', 9: '\t', 13: '\r', 27: '\x1b', 32: ' ' },
  ...{ 33: '\x1b[5~', 34: '\x1b[6~', 35: '\x1b[F', 36: '\x1b[H' },
  ...{ 37: '\x1b[D', 38: '\x1b[A', 39: '\x1b[C', 40: '\x1b[B', 45: '\x1b[2~', 46: '\x1b[3~' },
};
const mostRepeats = 100;

const BACKSPACE = '\x7f';
const ESCAPE = '\x1b';
const ENTER = '\r';
const TAB = '\t';

/** What a plain terminal sends for it, in the form of the input parser, where Escape and Alt are whole sequences. */
function plain({ key, shift = false, alt = false, ctrl = false }: Press): string[] {
  if (key === '') return [];
  if (key === ESCAPE) return ['\x1b[27u'];
  const modifiers = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (ctrl ? 4 : 0);
  if (key.startsWith(ESCAPE)) {
    if (modifiers === 1) return [key];
    return [key.endsWith('~') ? `${key.slice(0, -1)};${modifiers}~` : `\x1b[1;${modifiers}${key.at(-1)}`];
  }
  if (key === TAB && shift) return ['\x1b[Z'];
  if (key === ENTER || key === TAB || key === BACKSPACE) return [alt ? ESCAPE + key : key];
  if (ctrl && alt) return [`\x1b[${key.toLowerCase().codePointAt(0)};7u`];
  if (alt) return [`\x1b[${key.codePointAt(0)};3u`];
  return [ctrl ? control(key) : key];
}

/** What Ctrl makes of a key; a key that it makes nothing of stays what it is. */
function control(key: string): string {
  if (key === ' ') return '\0';
  if (key === '/') return '\x1f';
  const code = key.toUpperCase().charCodeAt(0);
  return code >= 64 && code < 96 ? String.fromCharCode(code - 64) : key;
}

/** What is held, from the bits that xterm and kitty send; null with a key that no plain terminal knows: Super, Hyper, Meta. */
function heldBy(bits: number): Omit<Press, 'key'> | null {
  return (bits & 56) > 0 ? null : { shift: (bits & 1) > 0, alt: (bits & 2) > 0, ctrl: (bits & 4) > 0 };
}

/** The characters of these codes; none for halves of characters and for kitty's codes of keys that type nothing. */
function fromCodes(codes: readonly number[]): string {
  return codes
    .filter(code => code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xf900))
    .map(code => String.fromCodePoint(code))
    .join('');
}
