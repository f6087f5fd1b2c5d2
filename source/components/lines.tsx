import { Box, Text } from 'ink';
import { memo } from 'react';
import type { Panel } from './panel.ts';

const Line = memo(function Line({ text }: { text: string }) {
  return <Text wrap="truncate">{text}</Text>;
});

/** Lines that are drawn already, one below the other. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <Box flexDirection="column">
      {lines.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
        <Line key={index} text={text} />
      ))}
    </Box>
  );
}

/** A panel over whatever was drawn before it. */
export function Overlay({ panel }: { panel: Panel }) {
  return (
    <Box position="absolute" marginLeft={panel.x} marginTop={panel.y}>
      <Lines lines={panel.lines} />
    </Box>
  );
}
