import type { Key } from 'ink';

/** One key as dispatch sees it. */
export interface KeyEvent {
  /** A name (`up`, `enter`, `ctrl+u`, `alt+left`, `paste` …) or the printable character itself. */
  key: string;
  /** What it types: the character, a space, the pasted text; empty for a key that types nothing. */
  text: string;
}

const named: [keyof Key, string][] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['home', 'home'],
  ['end', 'end'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['return', 'enter'],
  ['tab', 'tab'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are no text
const printable = /^[^\x00-\x1f\x7f-\x9f]+$/;

/** The event for what Ink's useInput hands over, or undefined for a key that has no name here. */
export function keyEvent(input: string, key: Key): KeyEvent | undefined {
  if (key.eventType === 'release') return undefined;
  const name = named.find(([flag]) => key[flag] === true)?.[1];
  if (name) return { key: modifiers(key) + name, text: '' };
  if (input === '\n') return { key: 'enter', text: '' };
  if (!printable.test(input)) return undefined;
  const character = input === ' ' ? 'space' : input;
  if (key.ctrl || key.meta || key.super || key.hyper) {
    const letter = key.ctrl ? character.toLowerCase() : character;
    return { key: (key.ctrl ? 'ctrl+' : '') + (key.meta ? 'alt+' : '') + letter, text: '' };
  }
  return { key: character, text: input };
}

function modifiers(key: Key): string {
  return (key.ctrl ? 'ctrl+' : '') + (key.meta && !key.escape ? 'alt+' : '') + (key.shift ? 'shift+' : '');
}

/** The event for a paste: line breaks of every kind are `\n`. */
export function pasteEvent(text: string): KeyEvent {
  return { key: 'paste', text: text.replace(/\r\n?/g, '\n') };
}
