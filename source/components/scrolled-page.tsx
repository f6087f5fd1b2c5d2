import { Box, Text } from 'ink';
import { useTheme } from '../theme/theme-context.ts';
import { type BlockList, BlocksFrom, type ScrollPosition } from './block-list.tsx';

interface PageHeadingProps {
  title: string;
  /** Of whom or what; it gives way where there is little room. */
  about: string;
  right: string;
  rightStyle: 'muted' | 'warning';
}

/** The line above a page: what it is, and at the right what is to be known of it. */
export function PageHeading({ title, about, right, rightStyle }: PageHeadingProps) {
  const theme = useTheme();
  return (
    <Box paddingX={1} columnGap={2} justifyContent="space-between">
      <Text wrap="truncate">
        <Text {...theme.strong}>{title}</Text>
        <Text {...theme.text}>
          {'  '}
          {about}
        </Text>
      </Text>
      <Box flexShrink={0}>
        <Text {...theme[rightStyle]}>{right}</Text>
      </Box>
    </Box>
  );
}

/** Cells at the left of a page. */
const margin = 3;

/** Lines are no wider than they can be read. */
const widest = 120;

/** How wide the lines of such a page are on a screen of so many columns. */
export function pageTextWidth(columns: number): number {
  return Math.min(widest, columns - margin - 1);
}

/** What is seen of a long page, its blocks as wide as `pageTextWidth`. */
export function PageBody({ list, top, height }: { list: BlockList; top: ScrollPosition; height: number }) {
  return (
    <Box paddingLeft={margin}>
      <BlocksFrom list={list} top={top} height={height} />
    </Box>
  );
}
