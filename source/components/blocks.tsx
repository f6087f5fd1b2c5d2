import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { StyleName } from '../theme/theme.ts';
import { useTheme } from '../theme/theme-context.ts';

/** A part of a list or page that is scrolled by lines: how many lines it takes, and what is drawn in them. */
export interface Block {
  key: string | number;
  height: number;
  draw(): ReactNode;
}

/** How many lines the blocks take. */
export function linesIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

/** The first of `count` lines to show in `height` lines, so that line `place` is in the middle as far as the ends let it. */
export function scrollTop(place: number, count: number, height: number): number {
  return Math.max(0, Math.min(place - Math.floor(height / 2), count - height));
}

/** Of the blocks what is seen in `height` lines from line `top` on; the end never leaves the bottom. */
export function Blocks({ blocks, top, height }: { blocks: readonly Block[]; top: number; height: number }) {
  const from = Math.max(0, Math.min(top, linesIn(blocks) - height));
  const seen: Block[] = [];
  let line = 0;
  let offset = 0;
  for (const block of blocks) {
    const end = line + block.height;
    if (end > from && line < from + height) {
      if (seen.length === 0) offset = from - line;
      seen.push(block);
    }
    line = end;
  }
  return (
    <Box flexDirection="column" height={height} overflowY="hidden" contentOffsetY={offset}>
      {seen.map(block => (
        <Box key={block.key} height={block.height} flexShrink={0} flexDirection="column">
          {block.draw()}
        </Box>
      ))}
    </Box>
  );
}

/** A line of text that is safe to show, with `above` blank lines before it. */
export function lineBlock(key: Block['key'], text: string, style: StyleName, above = 0): Block {
  return {
    key,
    height: above + 1,
    draw: () => (
      <Box marginTop={above}>
        <Line style={style}>{text}</Line>
      </Box>
    ),
  };
}

function Line({ style, children }: { style: StyleName; children: string }) {
  return (
    <Text wrap="truncate" {...useTheme()[style]}>
      {children}
    </Text>
  );
}
