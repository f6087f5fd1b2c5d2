import { type Span, span } from './line.ts';
import type { Look } from './look.ts';

/** A row of upright bars, `height` lines high, each bar with a gap behind it; null leaves its place empty. */
export function bars(
  values: readonly (number | null)[],
  { most, height, barWidth }: { most: number; height: number; barWidth: number },
  look: Look,
): Span[][] {
  const steps = look.marks.bars.length - 1;
  return Array.from({ length: height }, (_, line) => {
    const below = height - 1 - line;
    const text = values
      .map(value => {
        const filled = Math.ceil(((value ?? 0) / Math.max(1, most)) * height * steps) - below * steps;
        const mark = look.marks.bars[Math.max(0, Math.min(steps, filled))] ?? ' ';
        return `${mark.repeat(barWidth)} `;
      })
      .join('');
    return [span(text, { color: 'accent' })];
  });
}
