import { Text } from 'ink';
import type { Style } from '../theme/theme.ts';
import { useTheme } from '../theme/theme-context.ts';
import { wrapLines } from './wrap-lines.ts';

/** A sentence in as many lines of `width` cells as it takes. */
export function Wrapped({ children, width, style }: { children: string; width: number; style?: Style }) {
  const theme = useTheme();
  return <Text {...(style ?? theme.text)}>{wrapLines(children, width).join('\n')}</Text>;
}
