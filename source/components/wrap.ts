import type { Style } from '../terminal/style.ts';
import { displayWidth, graphemes, graphemeWidth } from '../terminal/width.ts';
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

/** In one pass, whatever its length: a cell of a file may be as long as the file. */
function pieces(word: string, width: number): string[] {
  if (width <= 0 || displayWidth(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const grapheme of graphemes(word)) {
    const cells = graphemeWidth(grapheme);
    if (piece !== '' && used + cells > width) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += grapheme;
    used += cells;
  }
  return [...found, piece];
}
