import { Text } from 'ink';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';

/** A bar of `cells` cells that fills with `used` of `total`; it warns when nearly full and alarms when full. */
export function Meter({ used, total, cells }: { used: number; total: number; cells: number }) {
  const theme = useTheme();
  const share = total > 0 ? used / total : used > 0 ? 1 : 0;
  // The last cell fills only when nothing is left, the first as soon as anything is used.
  const full = share >= 1 ? cells : Math.min(cells - 1, Math.ceil(share * cells));
  const style = share >= 1 ? theme.danger : share >= 0.95 ? theme.warning : theme.accent;
  return (
    <Text>
      <Text {...style}>{marks.meterFull.repeat(full)}</Text>
      <Text {...theme.muted}>{marks.meterEmpty.repeat(cells - full)}</Text>
    </Text>
  );
}
