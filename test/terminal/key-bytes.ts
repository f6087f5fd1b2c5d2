const named: Record<string, string> = {
  Up: '\x1b[A',
  Down: '\x1b[B',
  Right: '\x1b[C',
  Left: '\x1b[D',
  Home: '\x1b[H',
  End: '\x1b[F',
  PageUp: '\x1b[5~',
  PageDown: '\x1b[6~',
  Insert: '\x1b[2~',
  Delete: '\x1b[3~',
  Enter: '\r',
  Escape: '\x1b',
  Esc: '\x1b',
  Tab: '\t',
  'Shift+Tab': '\x1b[Z',
  'Shift+Up': '\x1b[1;2A',
  'Shift+Down': '\x1b[1;2B',
  Backspace: '\x7f',
  Space: ' ',
};

/**
 * What a terminal sends for a key: a name (`Down`, `Enter`, `PageUp`), a character, or either behind `Ctrl+` or `Alt+`.
 * Throws for an unknown name.
 */
export function keyBytes(key: string): string {
  const plain = named[key];
  if (plain !== undefined) return plain;
  if ([...key].length === 1) return key;
  const match = /^(Ctrl|Alt)\+(.+)$/.exec(key);
  if (!match) throw new Error(`Unknown key ${key}`);
  const [, modifier, rest] = match as unknown as [string, string, string];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: arrow keys begin with one
  const arrow = /^\x1b\[([A-DHF])$/.exec(named[rest] ?? '');
  if (arrow) return `\x1b[1;${modifier === 'Ctrl' ? 5 : 3}${arrow[1]}`;
  if (modifier === 'Alt') return `\x1b${keyBytes(rest)}`;
  if (rest === 'Space') return '\0';
  const code = rest.toUpperCase().charCodeAt(0) - 64;
  if (rest.length !== 1 || code < 0 || code > 31) throw new Error(`Unknown key ${key}`);
  return String.fromCharCode(code);
}
