import { Text } from 'ink';
import { marks } from '../theme/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { useTheme } from '../theme/theme-context.ts';
import { type Span, Spans, span } from './span.tsx';

export interface BarsProps {
  /** Null leaves its place empty. */
  values: readonly (number | null)[];
  /** The value of a bar that is `height` lines high. */
  most: number;
  height: number;
  /** Cells of a bar; there is a gap behind each. */
  barWidth: number;
  /** A line across the chart at this value; what is higher warns. */
  limit: number;
}

/** A row of upright bars before a line at a limit. */
export function Bars(bars: BarsProps) {
  const theme = useTheme();
  const lines = Array.from({ length: bars.height }, (_, index) => bars.height - index);
  return lines.map(line => (
    <Text key={line} wrap="truncate">
      <Spans spans={barLine(bars, line, theme)} />
    </Text>
  ));
}

/** One line of the chart; the lowest is 1. */
function barLine(bars: BarsProps, line: number, theme: Theme): Span[] {
  const { values, most, height, barWidth, limit } = bars;
  const steps = marks.bars.length - 1;
  const empty = line === limitLine(bars) ? span(marks.limit, theme.muted) : span(' ');
  return values.flatMap(value => {
    const filled = Math.ceil(((value ?? 0) / Math.max(1, most)) * height * steps) - (line - 1) * steps;
    const mark = marks.bars[Math.max(0, Math.min(steps, filled))]!;
    const isOver = (value ?? 0) > limit;
    const bar = filled > 0 ? span(mark, isOver ? theme.warning : theme.accent) : empty;
    return [{ ...bar, text: bar.text.repeat(barWidth) }, empty];
  });
}

/** The line of the chart that its limit is drawn in; the lowest is 1. */
export function limitLine({ most, height, limit }: Pick<BarsProps, 'most' | 'height' | 'limit'>): number {
  return Math.max(1, Math.ceil((limit / Math.max(1, most)) * height));
}
