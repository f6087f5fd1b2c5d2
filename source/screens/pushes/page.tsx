import { Box, Text } from 'ink';
import type { Page, PageProps } from '../../app/layer.ts';
import { currentSet, cursorPlace } from '../../app/set-list.ts';
import { pushText } from '../../roster/push/push-text.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { capitalized, number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { PushTable } from './push-table.tsx';
import { linesAbove } from './reducer.ts';
import type { PushesLayer } from './state.ts';

type Props = PageProps<PushesLayer>;

/** The change sets that are for the account, a line each, the current one marked. */
export const pushesPage: Page<PushesLayer> = { Heading, View, place };

function Heading({ layer }: Props) {
  const theme = useTheme();
  const isNarrowed = layer.only !== 'all';
  return (
    <Box justifyContent="space-between" columnGap={2} paddingX={1}>
      <Text wrap="truncate">
        <Text {...theme.strong}>Pushes</Text>
        <Text {...theme.muted}>{'  into the Zoom account'}</Text>
      </Text>
      <Box flexShrink={0} columnGap={3}>
        <Text>
          <Text {...theme.accentStrong}>f</Text>
          <Text {...(isNarrowed ? theme.strong : theme.muted)}> {capitalized(layer.only)}</Text>
        </Text>
        <Text {...theme.muted}>newest first</Text>
      </Box>
    </Box>
  );
}

function View(props: Props) {
  const { app, height } = props;
  const above = linesAbove(app);
  return (
    <>
      {above > 1 && <OutOfReach {...props} />}
      <PushTable {...props} height={height - above + 1} />
    </>
  );
}

/** Why what waits is not sent, and that it will be. */
function OutOfReach({ app: { account } }: Props) {
  const theme = useTheme();
  const { failing_since, failure } = account.source ?? {};
  const since = failing_since ? ` since ${localTime(failing_since)}` : '';
  return (
    <Box marginBottom={1} paddingLeft={3} flexShrink={0}>
      <Text wrap="truncate" {...theme.warning}>
        {marks.refused} Out of reach{since}; tried again every minute. {visible(failure ?? '')}
      </Text>
    </Box>
  );
}

function place({ layer }: Props): string {
  const set = currentSet(layer);
  if (!set?.push) return '';
  const at = `push ${number(cursorPlace(layer) + 1)} of ${number(layer.sets.length)}`;
  const back = set.push.refused_set_id === null ? [] : [`taken back by change ${set.push.refused_set_id}`];
  return [at, pushText(set.push), ...back].join(` ${marks.dot} `);
}
