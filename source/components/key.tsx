import { Text } from 'ink';
import { useTheme } from '../theme/theme-context.ts';

interface KeyProps {
  name: string;
  label: string;
  tone?: 'accent' | 'danger';
}

/** A key, and what it does: in the hint line, and in a dialog that names its keys itself. */
export function Key({ name, label, tone = 'accent' }: KeyProps) {
  const theme = useTheme();
  return (
    <Text wrap="truncate">
      <Text {...theme[`${tone}Strong`]}>{name}</Text>
      <Text {...theme.muted}> {label}</Text>
    </Text>
  );
}
