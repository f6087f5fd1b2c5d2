import { Box, Text } from 'ink';
import type { Page, PageProps } from '../../app/layer.ts';
import { currentSet, cursorPlace, firstPlace } from '../../app/set-list.ts';
import { topLayer } from '../../app/stack.ts';
import { TextField } from '../../components/text-field.tsx';
import { pushText } from '../../roster/push/push-text.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { headLines } from './reducer.ts';
import { SetTable } from './set-table.tsx';
import type { HistoryLayer } from './state.ts';

type Props = PageProps<HistoryLayer>;

/** The change sets, a line each, the current one marked. */
export const historyPage: Page<HistoryLayer> = { Heading, View: SetTable, place };

/** Cells of the search field. */
const fieldWidth = 40;

function Heading({ layer, app, height }: Props) {
  const theme = useTheme();
  const top = topLayer(app);
  const newer = firstPlace(layer, height - headLines);
  return (
    <Box justifyContent="space-between" columnGap={1} paddingX={1}>
      <Text wrap="truncate">
        <Text {...theme.strong}>History{layer.of && ` of ${visible(layer.of.name)}`}</Text>
        {top?.kind === 'history-search' ? (
          <>
            <Text {...theme.accentStrong}>{'  / '}</Text>
            <TextField field={top.field} width={fieldWidth} />
          </>
        ) : layer.search === '' ? (
          <Text {...theme.muted}>{!layer.of && '  all changes'}</Text>
        ) : (
          <>
            <Text {...theme.muted}>{'  / '}</Text>
            <Text {...theme.strong}>{visible(layer.search)}</Text>
          </>
        )}
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
  if (!total || sets.length === 0) return '';
  const { push } = currentSet(layer) ?? {};
  // A narrow table has no room for it.
  const far = push && push.state !== 'pushed' ? ` ${marks.dot} ${pushText(push)}` : '';
  return `change ${number(cursorPlace(layer) + 1)} of ${number(total)}${far}`;
}
