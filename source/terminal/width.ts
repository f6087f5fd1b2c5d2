import stringWidth from 'string-width';
import { segments } from '../roster/text/graphemes.ts';
import { marks, narrow, wide } from './common-text.ts';

/**
 * How many cells text takes on screen. Layout, painter and tests all ask here: two measures that disagree about one
 * emoji shift the rest of a row.
 */

const plain = new RegExp(`^[${narrow}]*$`);
/** What other text is told by; to match all of a common one would overflow the stack where it has megabytes. */
const uncommon = new RegExp(`[^${narrow}${marks}${wide}]|(?:^|[${wide}])[${marks}]`);
const character = new RegExp(`[${narrow}${wide}][${marks}]*`, 'g');
const mark = new RegExp(`[${marks}]+`, 'g');
const twoCells = new RegExp(`[${wide}]`, 'g');
const measured = new Map<string, number>();
const MEASURED_AT_MOST = 20_000;

/** The width of `text` in terminal cells; `text` is one line and holds no escape sequences. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  if (!uncommon.test(text)) return text.replace(mark, '').replace(twoCells, '  ').length;
  let width = 0;
  for (const { segment } of segments(text)) width += graphemeWidth(segment);
  return width;
}

/** What a person sees as single characters, in order. */
export function graphemes(text: string): string[] {
  if (plain.test(text)) return text.split('');
  if (!uncommon.test(text)) return text.match(character)!;
  const list: string[] = [];
  for (const { segment } of segments(text)) list.push(segment);
  return list;
}

/** The width of one grapheme in cells: 0, 1, 2, rarely more. */
export function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && plain.test(grapheme)) return 1;
  if (!uncommon.test(grapheme)) return displayWidth(grapheme);
  const known = measured.get(grapheme);
  if (known !== undefined) return known;
  if (measured.size >= MEASURED_AT_MOST) measured.clear();
  const width = stringWidth(grapheme);
  measured.set(grapheme, width);
  return width;
}

/** The longest beginning of `text` that takes at most `width` cells. Never cuts a grapheme. */
export function cut(text: string, width: number): string {
  if (width <= 0) return '';
  if (plain.test(text)) return text.slice(0, width);
  let used = 0;
  let end = 0;
  for (const grapheme of graphemes(text)) {
    used += graphemeWidth(grapheme);
    if (used > width) break;
    end += grapheme.length;
  }
  return text.slice(0, end);
}

/** `text` in exactly `width` cells: padded with spaces on the right, or cut so that an ellipsis ends it. */
export function fit(text: string, width: number): string {
  if (width <= 0) return '';
  const actual = displayWidth(text);
  if (actual <= width) return text + ' '.repeat(width - actual);
  const kept = `${cut(text, width - 1)}…`;
  // A wide character at the edge leaves a cell over.
  return kept + ' '.repeat(width - displayWidth(kept));
}
