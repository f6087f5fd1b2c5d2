import { quoted } from './cut-text.ts';

const names: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\t': 'a tab',
  '\n': 'a line feed',
  '\r': 'a carriage return (the line end of Windows)',
  '\u00a0': 'a no-break space',
  '\ufeff': 'a byte order mark',
};

/**
 * Why a path is refused that begins or ends with white space, or whose file name does: SQLite would be given it without,
 * and open another file than the one named. Null if it is sound.
 */
export function whyNoPath(path: string): string | null {
  const file = path.slice(path.lastIndexOf('/') + 1);
  for (const name of [path, file]) {
    const begins = name !== name.trimStart();
    if (!begins && name === name.trimEnd()) continue;
    const character = Array.from(name).at(begins ? 0 : -1) ?? '';
    return `${quoted(path)} ${begins ? 'begins' : 'ends'} with ${called(character)}. Take it out: no file is opened by such a name.`;
  }
  return null;
}

function called(character: string): string {
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return names[character] ?? `white space (U+${number})`;
}
