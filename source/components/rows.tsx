import { Box } from 'ink';
import type { ReactNode } from 'react';

interface RowsProps {
  /** Where there is no room for all, because a toast takes some of their lines: the last rows stay, not the first. */
  keepsLast: boolean;
  children: ReactNode;
}

/** The rows of a table, a line each; where they have no room none gets smaller, but those at one end are not seen. */
export function Rows({ keepsLast, children }: RowsProps) {
  return (
    <Box flexDirection="column" overflowY="hidden" justifyContent={keepsLast ? 'flex-end' : 'flex-start'}>
      <Box flexDirection="column" flexShrink={0}>
        {children}
      </Box>
    </Box>
  );
}
