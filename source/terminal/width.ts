import stringWidth from 'string-width';
import { segments } from '../roster/graphemes.ts';

/**
 * How many cells text takes on screen. Layout, painter and tests all ask here: two measures that disagree about one
 * emoji shift the rest of a row.
 */

// Latin, Greek and Cyrillic letters, punctuation, arrows, lines and shapes, without combining marks, controls, the soft
// hyphen and what is an emoji: one character, one cell. All else is left to rules that take milliseconds to load.
const plain =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u2319\u2500-\u25fc\u2600-\u2613\u2710-\u2727\u2800-\u28ff]*$/;
const measured = new Map<string, number>();
const MEASURED_AT_MOST = 20_000;

/** The width of `text` in terminal cells; `text` is one line and holds no escape sequences. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segments(text)) width += graphemeWidth(segment);
  return width;
}

/** What a person sees as single characters, in order. */
export function graphemes(text: string): string[] {
  if (plain.test(text)) return text.split('');
  const list: string[] = [];
  for (const { segment } of segments(text)) list.push(segment);
  return list;
}

/** The width of one grapheme in cells: 0, 1, 2, rarely more. */
export function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && plain.test(grapheme)) return 1;
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
  for (const { segment, index } of segments(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * `text` in exactly `width` cells: padded with spaces on the right, or cut so that the ellipsis (`…` unless told; may be
 * empty) ends it.
 */
export function fit(text: string, width: number, options: { ellipsis?: string } = {}): string {
  if (width <= 0) return '';
  const actual = displayWidth(text);
  if (actual <= width) return text + ' '.repeat(width - actual);
  const ellipsis = cut(options.ellipsis ?? '…', width);
  const kept = cut(text, width - displayWidth(ellipsis)) + ellipsis;
  // A wide character at the edge leaves a cell over.
  return kept + ' '.repeat(width - displayWidth(kept));
}
