import type { Style } from '../terminal/style.ts';
import { cut, displayWidth } from '../terminal/width.ts';
import { type Span, span } from './line.ts';

/** A sentence in lines of at most `width` cells, broken between words; a word too long for a line is broken itself. */
export function wrapped(text: string, width: number, style?: Style): Span[][] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap(whole => pieces(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map(one => [span(one, style)]);
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const head = cut(word, width) || word;
  return head === word ? [word] : [head, ...pieces(word.slice(head.length), width)];
}
