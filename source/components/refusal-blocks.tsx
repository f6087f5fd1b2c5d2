import { Box, Text } from 'ink';
import type { RefusedPart } from '../roster/push/refused.ts';
import { visible } from '../terminal/escape.ts';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';
import type { Block } from './blocks.tsx';
import { NameAndEmail } from './name-and-email.tsx';
import { reasonBlock } from './text-block.tsx';

/** What the account did not take: each reason, and below it whom it is about; a blank line above each reason. */
export function refusalBlocks(refused: readonly RefusedPart[], width: number): Block[] {
  return [...Map.groupBy(refused, ({ reason }) => reason)].flatMap(([reason, parts], index) => {
    const key = `refused ${index}`;
    const said = reasonBlock(visible(reason), { key, width, style: 'warningStrong', mark: marks.refused });
    const head: Block = {
      ...said,
      height: said.height + 1,
      draw: () => <Box marginTop={1}>{said.draw()}</Box>,
    };
    const lines = parts.map((part, at) => ({
      key: `${key} ${at}`,
      height: 1,
      draw: () => <RefusedLine part={part} width={width} />,
    }));
    return [head, ...lines];
  });
}

function RefusedLine({ part: { name, email }, width }: { part: RefusedPart; width: number }) {
  const theme = useTheme();
  if (email === '')
    return (
      <Text wrap="truncate" {...theme.text}>
        {'  '}
        {visible(name)}
      </Text>
    );
  return (
    <Box>
      <Text>{'  '}</Text>
      <NameAndEmail name={visible(name)} email={visible(email)} width={width - 2} />
    </Box>
  );
}
