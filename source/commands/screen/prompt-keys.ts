import { longestTyped } from '../../roster/text/typed-text.ts';
import { graphemes } from '../../terminal/width.ts';

/** The keys beside letters that ink-text-input is sent. */
const keys = { enter: '\r', backspace: '\x7f', left: '\x1b[D', right: '\x1b[C' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: a paste stands between escape sequences
const paste = /^\x1b\[200~(.*)\x1b\[201~$/s;
const control = /\p{Cc}/gu;

/** What terminals send for the keys of a text field. */
const named: Record<string, string> = {
  '\r': 'enter',
  '\n': 'enter',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x15': 'ctrl+u',
  '\x17': 'ctrl+w',
  '\x1b[3~': 'delete',
  '\x1b[D': 'left',
  '\x1bOD': 'left',
  '\x1b[C': 'right',
  '\x1bOC': 'right',
  '\x1b[H': 'home',
  '\x1bOH': 'home',
  '\x1b[1~': 'home',
  '\x1b[7~': 'home',
  '\x1b[F': 'end',
  '\x1bOF': 'end',
  '\x1b[4~': 'end',
  '\x1b[8~': 'end',
};

/**
 * What ink-text-input is to be sent, one after the other, for a chunk of the terminal's input, where `before` and `after`
 * stand on either side of its cursor. It edits by UTF-16, lets its cursor walk past both ends of the text and types the
 * letter of a Ctrl key; so it gets a key for each unit of a character, none beyond the ends, and none that it does not know.
 */
export function promptKeys(chunk: string, before: string, after: string): string[] {
  const times = (text: string, key: string): string[] => new Array<string>(text.length).fill(key);
  const last = () => graphemes(before).at(-1) ?? '';
  const next = () => graphemes(after)[0] ?? '';
  switch (named[chunk]) {
    case 'enter':
      return [keys.enter];
    case 'backspace':
      return times(last(), keys.backspace);
    case 'delete':
      return [...times(next(), keys.right), ...times(next(), keys.backspace)];
    case 'ctrl+u':
      return [...times(after, keys.right), ...times(before + after, keys.backspace)];
    case 'ctrl+w':
      return times(/\S*\s*$/.exec(before)?.[0] ?? '', keys.backspace);
    case 'left':
      return times(last(), keys.left);
    case 'right':
      return times(next(), keys.right);
    case 'home':
      return times(before, keys.left);
    case 'end':
      return times(after, keys.right);
  }
  const pasted = paste.exec(chunk)?.[1];
  // What else has a control character in it is a key that is not known here.
  if (pasted === undefined && chunk.search(control) >= 0) return [];
  const room = Math.max(0, longestTyped - before.length - after.length);
  const text = (pasted ?? chunk).replace(/\s+/g, ' ').replace(control, '').slice(0, room);
  const whole = text.replace(/[\ud800-\udbff]$/, '');
  return whole === '' ? [] : [whole];
}

/** How far a key of `promptKeys` moves the cursor, in UTF-16 units. */
export function step(key: string): number {
  if (key === keys.enter) return 0;
  if (key === keys.right) return 1;
  return key === keys.left || key === keys.backspace ? -1 : key.length;
}
