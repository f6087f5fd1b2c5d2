import { exits, Refusal } from './refusal.ts';

/**
 * The words of a command line as a POSIX shell would make them – spaces part them, quotes and backslashes keep together –
 * and nothing else a shell would do: `$`, `*`, `~` and backticks mean themselves. Throws Refusal for quotes that are left
 * open, and for signs that only a shell could obey.
 */
export function commandWords(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let rest = line.replace(/^[ \t\r\n]+/, '');
  while (rest !== '') {
    const [piece = '', blank, newline, operator, escaped, single, double] = pattern.exec(rest) ?? [];
    if (piece === '') throw wrong('A quote or a backslash is left open in that command.');
    if (newline !== undefined && /[^ \t\r\n]/.test(rest))
      throw wrong('One command at a time: there is a line break in that.');
    if (operator !== undefined)
      throw wrong(
        `There is no shell here, so ${operator} can do nothing. Quote it if it is part of a word, or do it on your side.`,
      );
    if (blank !== undefined || newline !== undefined) {
      if (word !== null) words.push(word);
      word = null;
    } else if (escaped !== '\n') {
      // A line that ends with a backslash goes on in the next one, outside quotes and within.
      const unquoted = double?.replace(/\\(?:\n|([\\"$`]))/g, '$1');
      word = (word ?? '') + (escaped ?? single ?? unquoted ?? piece);
    }
    rest = rest.slice(piece.length);
  }
  return word === null ? words : [...words, word];
}

// Blanks, line breaks, signs of a shell; an escaped character, quoted text; what is left is part of a word.
const pattern =
  /^(?:([ \t]+)|([\r\n]+)|([;|&<>])|\\([\s\S])|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|[^\s;|&<>\\'"]+|[^\S \t\r\n])/;

function wrong(message: string): Refusal {
  return new Refusal(message, exits.usage);
}
