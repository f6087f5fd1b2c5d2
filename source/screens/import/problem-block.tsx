import { Box, Text } from 'ink';
import type { Block } from '../../components/blocks.tsx';
import { wrapLines } from '../../components/wrapped.tsx';
import type { RepeatedProblem } from '../../roster/plan/repeated-problems.ts';
import { visible } from '../../terminal/escape.ts';
import { fit } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';

/** Cells of a value, which may be long. */
const widestValue = 40;

/** A problem with its line, column and value, and below them the sentence that says what to do. */
export function problemBlock(problem: RepeatedProblem, width: number, marginTop: 0 | 1): Block {
  const said = wrapLines(visible(problem.message), width - 2);
  return {
    key: `problem ${problem.column ?? ''} ${problem.message}`,
    height: marginTop + 1 + said.length,
    draw: () => <ProblemLines problem={problem} said={said} marginTop={marginTop} />,
  };
}

interface ProblemLinesProps {
  problem: RepeatedProblem;
  /** Its sentence in lines. */
  said: readonly string[];
  marginTop: number;
}

function ProblemLines({ problem: { place, column, value }, said, marginTop }: ProblemLinesProps) {
  const theme = useTheme();
  return (
    <Box marginTop={marginTop} flexDirection="column">
      <Text wrap="truncate">
        <Text {...theme.dangerStrong}>{marks.failed} </Text>
        <Text {...theme.strong}>{place}</Text>
        <Text {...theme.text}>
          {'  '}
          {visible(column ?? '')}
          {'  '}
        </Text>
        <Text {...theme.danger}>{value === undefined ? '' : fit(`"${visible(value)}"`, widestValue)}</Text>
      </Text>
      <Box paddingLeft={2}>
        <Text {...theme.muted}>{said.join('\n')}</Text>
      </Box>
    </Box>
  );
}
