import { visible } from '../terminal/escape.ts';
import { displayWidth, graphemes } from '../terminal/width.ts';
import { type Span, span } from './line.ts';
import type { Look } from './look.ts';

/** A text and the UTF-16 position of the cursor in it. */
export interface EditedText {
  value: string;
  cursor: number;
}

/** A text being typed, with its cursor, in at most `width` cells; a long text is shown around the cursor. */
export function fieldSpans(field: EditedText, width: number, look: Look): Span[] {
  const before = visible(field.value.slice(0, field.cursor));
  const after = visible(field.value.slice(field.cursor));
  const head = lastCells(before, Math.max(0, width - 1));
  return [span(head), span(look.marks.textCursor, { color: 'accent', bold: true }), span(after)];
}

function lastCells(text: string, width: number): string {
  let used = 0;
  const kept: string[] = [];
  for (const grapheme of graphemes(text).reverse()) {
    used += displayWidth(grapheme);
    if (used > width) break;
    kept.unshift(grapheme);
  }
  return kept.join('');
}
