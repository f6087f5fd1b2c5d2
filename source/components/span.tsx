import { Text } from 'ink';
import { cut, displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import type { Style } from '../theme/theme.ts';

/** A stretch of text in one style; rows of tables are made of these. The text is safe to show already. */
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
export function fitSpans(spans: readonly Span[], width: number): Span[] {
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
  fitted.push(span(marks.ellipsis));
  // A wide character that did not fit leaves a cell over.
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
}

/** `left` at the left and `right` at the right edge of `width` cells; the left side gives way where both do not fit. */
export function apart(left: readonly Span[], right: readonly Span[], width: number): Span[] {
  const room = width - spansWidth(right);
  return room <= 0 ? fitSpans(right, width) : [...fitSpans(left, room), ...right];
}

/** Spans in a row, inside of a `<Text>`; `style` is that of those without one. */
export function Spans({ spans, style }: { spans: readonly Span[]; style?: Style | undefined }) {
  return spans.map(({ text, style: own }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a span is the one of its place
    <Text key={index} {...(own ?? style)}>
      {text}
    </Text>
  ));
}
