import { matchRanges } from '../roster/screen/search-terms.ts';
import { visible } from '../terminal/escape.ts';
import { cut, displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import type { Style, Theme } from '../theme/theme.ts';
import { type Span, span } from './span.tsx';

/** Text in exactly `width` cells with what was searched for standing out; `words` are folded. */
export function searched(
  text: string,
  width: number,
  words: readonly string[],
  theme: Theme,
  style?: Style,
): Span[] {
  const shown = visible(text);
  const whole = displayWidth(shown) <= width;
  const kept = whole ? shown : cut(shown, width - 1);
  const spans: Span[] = [];
  let done = 0;
  for (const { start, end } of matchRanges(shown, words)) {
    if (start >= kept.length) break;
    if (start > done) spans.push(span(kept.slice(done, start), style));
    spans.push(span(kept.slice(start, end), theme.match));
    done = Math.min(end, kept.length);
  }
  const padding = Math.max(0, width - displayWidth(kept) - (whole ? 0 : 1));
  spans.push(span(kept.slice(done) + (whole ? '' : marks.ellipsis) + ' '.repeat(padding), style));
  return spans;
}
