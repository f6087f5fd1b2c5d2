import { Box, Text } from 'ink';
import { useMemo } from 'react';
import type { Page, PageProps } from '../../app/layer.ts';
import { moreBelow } from '../../app/scroll.ts';
import { Blocks, linesIn } from '../../components/blocks.tsx';
import { localTime } from '../../roster/text/local-time.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { margin, usageContent, usagePlace } from './blocks.ts';
import type { UsageLayer } from './state.ts';

type Props = PageProps<UsageLayer>;

/** Licenses, what they are used for, and how many were signed in during the last day. */
export const usagePage: Page<UsageLayer> = { Heading, View, place };

function Heading({ layer: { usage } }: Props) {
  const theme = useTheme();
  return (
    <Box justifyContent="space-between" paddingX={1}>
      <Box columnGap={2}>
        <Text {...theme.strong}>Licenses and usage</Text>
        <Text {...theme.muted}>{usage && `${usage.license_model} model`}</Text>
      </Box>
      <Text {...theme.muted}>{usage && localTime(usage.at)}</Text>
    </Box>
  );
}

function View({ layer, width, height }: Props) {
  const theme = useTheme();
  const content = useMemo(() => usageContent(layer.usage, width), [layer.usage, width]);
  const { row, top } = usagePlace(layer, content, height);
  return (
    <Box>
      <Box width={margin} flexShrink={0} marginTop={row ? row.line - top : 0}>
        {row && <Text {...theme.accentStrong}> {marks.cursor} </Text>}
      </Box>
      <Box flexDirection="column">
        <Blocks blocks={content.blocks} top={top} height={height} />
      </Box>
    </Box>
  );
}

function place({ layer, width, height }: Props): string {
  const content = usageContent(layer.usage, width);
  return moreBelow(linesIn(content.blocks), usagePlace(layer, content, height).top, height);
}
