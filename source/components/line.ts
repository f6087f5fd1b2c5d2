import { paint, type Style } from '../terminal/style.ts';
import { cut, displayWidth } from '../terminal/width.ts';
import type { Look } from './look.ts';

/** A stretch of text in one style. The text is safe to show already. */
export interface Span {
  text: string;
  style?: Style;
}

export function span(text: string, style?: Style): Span {
  return style ? { text, style } : { text };
}

export function spansWidth(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/** The spans' beginning in exactly `width` cells: cut with an ellipsis or padded with spaces. */
export function fitSpans(spans: readonly Span[], width: number, look: Look): Span[] {
  const total = spansWidth(spans);
  if (total <= width) return total === width ? [...spans] : [...spans, span(' '.repeat(width - total))];
  const fitted: Span[] = [];
  let left = width - 1;
  for (const { text, style } of spans) {
    const kept = cut(text, left);
    if (kept !== '') fitted.push(span(kept, style));
    left -= displayWidth(kept);
    if (kept !== text) break;
  }
  fitted.push(span(look.marks.ellipsis));
  // A wide character that did not fit leaves a cell over.
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
}

/** One line of the screen, `width` cells wide, as text with styles. `base` shows where a span says nothing else. */
export function drawLine(spans: readonly Span[], width: number, look: Look, base: Style = {}): string {
  return fitSpans(spans, width, look)
    .map(({ text, style }) =>
      paint(text, look.faded ? { color: 'muted' } : { ...base, ...style }, look.depth),
    )
    .join('');
}

/** `left` at the left and `right` at the right edge; the left side gives way where both do not fit. */
export function apart(left: readonly Span[], right: readonly Span[], width: number, look: Look): Span[] {
  const room = width - spansWidth(right);
  return room <= 0 ? fitSpans(right, width, look) : [...fitSpans(left, room, look), ...right];
}
