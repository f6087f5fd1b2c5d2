import { fitSpans, type Span, span } from './line.ts';
import type { Look } from './look.ts';

/** Two blocks of lines side by side, the left one `leftWidth` cells wide. */
export function beside(
  left: readonly Span[][],
  right: readonly Span[][],
  leftWidth: number,
  look: Look,
): Span[][] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    ...fitSpans(left[index] ?? [], leftWidth, look),
    ...(right[index] ?? []),
  ]);
}

/** Lines moved to the right. */
export function indented(lines: readonly Span[][], cells: number): Span[][] {
  return lines.map(line => (line.length === 0 ? line : [span(' '.repeat(cells)), ...line]));
}
