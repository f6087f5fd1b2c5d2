import type { Background } from '../roster/screen/drawing.ts';

/**
 * Asks for the background's color (OSC 11) and then for what every terminal says of itself (DA1): an answer to the second
 * without a first means that there will be none. tmux 3.3 is such a one.
 */
export const ASK_BACKGROUND = '\x1b]11;?\x1b\\\x1b[c';

/** The Linux console would draw the question, and a dumb terminal does not know what it is asked. */
export function answersQuestions({ TERM = '' }: Record<string, string | undefined>): boolean {
  return !/^(linux|dumb)?$/.test(TERM);
}

/** Whether this is the answer to DA1, which ends the waiting. */
export function endsAnswers(sequence: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
  return /^\x1b\[\?[\d;]*c$/.test(sequence);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const color = /^\x1b\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i;

/** What the answer to OSC 11 says; null where it is another answer. */
export function backgroundOf(answer: string): Background | null {
  const [, ...parts] = color.exec(answer) ?? [];
  if (parts.length === 0) return null;
  const [red = 0, green = 0, blue = 0] = parts.map(part =>
    linear(parseInt(part, 16) / (16 ** part.length - 1)),
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // From here on black can be read better on it than white.
  return luminance > 0.179 ? 'light' : 'dark';
}

/** A part of an sRGB color, from 0 to 1, as a share of light. */
function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
