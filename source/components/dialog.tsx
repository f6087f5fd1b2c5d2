import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { displayWidth } from '../terminal/width.ts';
import { useTheme } from '../theme/theme-context.ts';

/** Cells that the frame and the margin inside it take of a dialog's width. */
export const dialogFrame = 4;

/** How wide a dialog is that would like `wanted` cells: in a narrow terminal it takes the whole width. */
export function dialogWidth(wanted: number, columns: number): number {
  return columns - wanted < 10 ? columns : wanted;
}

interface DialogProps {
  title: string;
  /** Cells, frame included. */
  width: number;
  size: { columns: number; rows: number };
  tone?: 'accent' | 'danger';
  children: ReactNode;
}

/** A framed area over the screen, in the middle, a little above its center. */
export function Dialog({ title, width, size, tone = 'accent', children }: DialogProps) {
  const theme = useTheme();
  return (
    <Box
      position="absolute"
      width={size.columns}
      height={size.rows}
      flexDirection="column"
      alignItems="center"
    >
      <Box flexGrow={1} />
      <Box width={width} maxHeight={size.rows} flexDirection="column" flexShrink={0} overflow="hidden">
        <Box
          flexDirection="column"
          borderStyle="round"
          borderColor={theme[tone].color}
          // No color's name: it fills the dialog with plain spaces, so that nothing shows through.
          backgroundColor="none"
          paddingX={1}
        >
          {children}
        </Box>
        {title !== '' && (
          <Box position="absolute" marginLeft={2} maxWidth={width - 4}>
            <Text wrap="truncate" {...theme[`${tone}Strong`]}>
              {displayWidth(title) > width - 6 ? ` ${title}` : ` ${title} `}
            </Text>
          </Box>
        )}
      </Box>
      <Box flexGrow={2} />
    </Box>
  );
}
