import { Box, Text } from 'ink';
import { useMemo } from 'react';
import type { Page, PageProps } from '../../app/layer.ts';
import { moreBelow } from '../../app/scroll.ts';
import { Blocks, linesIn } from '../../components/blocks.tsx';
import { localTime } from '../../roster/local-time.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { margin, usageBlocks } from './blocks.ts';
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

function View({ layer: { usage, top }, width, height }: Props) {
  const blocks = useMemo(() => usageBlocks(usage, width), [usage, width]);
  return (
    <Box marginLeft={margin} flexDirection="column">
      <Blocks blocks={blocks} top={top} height={height} />
    </Box>
  );
}

function place({ layer: { usage, top }, width, height }: Props): string {
  return moreBelow(linesIn(usageBlocks(usage, width)), top, height);
}
