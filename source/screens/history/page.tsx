import { Box, Text } from 'ink';
import type { Page, PageProps } from '../../app/layer.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { cursorPlace, firstPlace, headLines } from './reducer.ts';
import { SetTable } from './set-table.tsx';
import type { HistoryLayer } from './state.ts';

type Props = PageProps<HistoryLayer>;

/** The change sets, a line each, the current one marked. */
export const historyPage: Page<HistoryLayer> = { Heading, View: SetTable, place };

function Heading({ layer, height }: Props) {
  const theme = useTheme();
  const newer = firstPlace(layer, height - headLines);
  return (
    <Box justifyContent="space-between" columnGap={1} paddingX={1}>
      <Text wrap="truncate">
        <Text {...theme.strong}>History{layer.of && ` of ${visible(layer.of.name)}`}</Text>
        <Text {...theme.muted}>{!layer.of && '  all changes'}</Text>
      </Text>
      <Box flexShrink={0} columnGap={2}>
        {/* What others do meanwhile moves nothing away: it is above, and this says so. */}
        {newer > 0 && (
          <Text {...theme.accent}>
            {marks.up} {number(newer)} newer
          </Text>
        )}
        <Text {...theme.muted}>newest first</Text>
      </Box>
    </Box>
  );
}

function place({ layer }: Props): string {
  const { sets, total } = layer;
  return total && sets.length > 0 ? `change ${number(cursorPlace(layer) + 1)} of ${number(total)}` : '';
}
