import { Box, Text } from 'ink';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';
import type { Block } from './blocks.tsx';
import { wrapLines } from './wrapped.tsx';

/** Styles of the theme that sentences have. */
export type TextStyle = 'text' | 'muted' | 'warning' | 'warningStrong' | 'danger';

interface TextBlockOptions {
  key: string | number;
  width: number;
  style?: TextStyle;
}

/** A sentence, safe to show already, in as many lines of `width` cells as it takes. */
export function textBlock(text: string, { key, width, style = 'text' }: TextBlockOptions): Block {
  const lines = wrapLines(text, width);
  return { key, height: lines.length, draw: () => <Styled style={style}>{lines.join('\n')}</Styled> };
}

/** The same behind a mark, which has the style: it says why something can't be done. */
export function reasonBlock(
  text: string,
  { key, width, style = 'text', mark = marks.failed }: TextBlockOptions & { mark?: string },
): Block {
  const said = textBlock(text, { key, width: width - 2 });
  return {
    ...said,
    draw: () => (
      <Box>
        <Styled style={style}>{`${mark} `}</Styled>
        {said.draw()}
      </Box>
    ),
  };
}

function Styled({ style, children }: { style: TextStyle; children: string }) {
  const theme = useTheme();
  return <Text {...theme[style]}>{children}</Text>;
}
