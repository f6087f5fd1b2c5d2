import { Text } from 'ink';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';

interface BarsProps {
  /** Null leaves its place empty. */
  values: readonly (number | null)[];
  /** The value of a bar that is `height` lines high. */
  most: number;
  height: number;
  /** Cells of a bar; there is a gap behind each. */
  barWidth: number;
}

/** A row of upright bars, as many lines high as the highest reaches. */
export function Bars({ values, most, height, barWidth }: BarsProps) {
  const theme = useTheme();
  const steps = marks.bars.length - 1;
  const lines = Array.from({ length: barsHeight({ values, most, height }) }, (_, below) =>
    values
      .map(value => {
        const filled = Math.ceil(share(value, most) * height * steps) - below * steps;
        return `${marks.bars[Math.max(0, Math.min(steps, filled))]!.repeat(barWidth)} `;
      })
      .join(''),
  );
  return (
    <Text wrap="truncate" {...theme.accent}>
      {lines.reverse().join('\n')}
    </Text>
  );
}

/** How many lines such bars take. */
export function barsHeight({ values, most, height }: Omit<BarsProps, 'barWidth'>): number {
  return Math.max(...values.map(value => Math.ceil(share(value, most) * height)));
}

function share(value: number | null, most: number): number {
  return (value ?? 0) / Math.max(1, most);
}
