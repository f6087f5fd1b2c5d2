import { Box, Text } from 'ink';
import { firstLines } from '../components/wrapped.tsx';
import type { Progress } from '../roster/screen/effects.ts';
import { number } from '../roster/text/words.ts';
import { visible } from '../terminal/escape.ts';
import { displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import type { Style, Theme } from '../theme/theme.ts';
import { useTheme } from '../theme/theme-context.ts';
import type { App } from './state.ts';

/** So many lines of the table may be covered by a toast until the next key. */
const mostLines = 3;

/**
 * Where one is, and what was just done, went wrong or goes on for long: beside it, or above it in as many lines as it takes,
 * because a reason that is cut short is none. In `width` cells.
 */
export function StatusLine({ app, place, width }: { app: App; place: string; width: number }) {
  const theme = useTheme();
  const said = toSay(app, theme);
  const room = width - 2 - displayWidth(said.mark);
  const isBeside = displayWidth(place) + 2 + displayWidth(said.text) <= room;
  const toast = (
    <Box paddingX={1} flexShrink={0}>
      <Text {...said.markStyle}>{said.mark}</Text>
      <Text {...said.style}>{isBeside ? said.text : firstLines(said.text, room, mostLines)}</Text>
    </Box>
  );
  return (
    <Box flexDirection="column" flexShrink={0}>
      {isBeside ? <Box height={1} /> : toast}
      <Box justifyContent="space-between">
        <Box paddingLeft={1}>
          <Text wrap="truncate" {...theme.muted}>
            {place === '' ? ' ' : place}
          </Text>
        </Box>
        {isBeside && toast}
      </Box>
    </Box>
  );
}

interface Said {
  mark: string;
  markStyle: Style;
  text: string;
  style: Style;
}

function toSay({ toast, waiting, tasks, pushing }: App, theme: Theme): Said {
  const plain = (text: string, style: Style = theme.text): Said => ({
    ...{ mark: '', markStyle: theme.text, text, style },
  });
  if (waiting)
    return plain(
      `Waiting for another program to finish writing${marks.ellipsis} Esc gives up`,
      theme.warning,
    );
  if (!toast) return plain(taskText(tasks) ?? (pushing === null ? '' : visible(pushing)));
  const text = visible(toast.text);
  switch (toast.tone) {
    case 'done':
      return { mark: `${marks.done} `, markStyle: theme.goodStrong, text, style: theme.strong };
    case 'error':
      return { mark: `${marks.failed} `, markStyle: theme.dangerStrong, text, style: theme.dangerStrong };
    case 'info':
      return plain(text);
    case 'passing':
      return plain(text, theme.muted);
  }
}

/** What goes on for long, as a line says it: `Writing 4,200 of 10,000…`; null if nothing does. */
function taskText({ write, select, copy, export: file }: App['tasks']): string | null {
  const so = (verb: string, { done, total }: Progress) =>
    `${verb} ${number(done)}${total === null ? '' : ` of ${number(total)}`}${marks.ellipsis}`;
  if (write) return so('Writing', write);
  if (select) return so('Selecting', select);
  if (copy) return so('Copying', copy);
  return file ? `${so('Exporting', file)} Esc stops it` : null;
}
