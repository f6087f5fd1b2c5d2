import { Box, Text } from 'ink';
import { topLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { missingFor, missingText } from '../../roster/licenses/missing.ts';
import { isFiltered } from '../../roster/screen/view.ts';
import { capitalized } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { useTheme } from '../../theme/theme-context.ts';

/**
 * What stands where there are no users to show: why, and what to do about it. From one place on, where there is room for it,
 * so that it stays there while a word in it grows.
 */
export function NoRows({ app, width, height }: { app: App; width: number; height: number }) {
  const { view, totals } = app.roster;
  return (
    <Box height={height} paddingX={2}>
      <Box width={Math.floor(width / 4) - 2} />
      <Box flexDirection="column" flexShrink={0}>
        <Box flexGrow={1} />
        {isFiltered(view) && totals.users !== 0 ? <NoMatch app={app} /> : <NoUsers app={app} />}
        <Box flexGrow={2} />
      </Box>
    </Box>
  );
}

const demo = 'roster demo';

function NoUsers({ app }: { app: App }) {
  const theme = useTheme();
  const missing = missingFor(app.account);
  const numbered = missing.length > 1;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text {...theme.strong}>{missingText(missing)}.</Text>
      <Box columnGap={3} marginTop={1}>
        <Box flexDirection="column" flexShrink={0}>
          {missing.map(({ todo }, index) => (
            <Text key={todo} {...theme.muted}>
              {numbered ? `${index + 1}  ` : ''}
              {todo}
            </Text>
          ))}
          <Box marginTop={1} marginLeft={numbered ? 3 : 0}>
            <Text {...theme.muted}>Look around a made-up account</Text>
          </Box>
        </Box>
        <Box flexDirection="column">
          {missing.map(({ command }) => (
            <Text key={command} wrap="truncate" {...theme.accent}>
              {command}
            </Text>
          ))}
          <Box marginTop={1}>
            <Text {...theme.accent}>{demo}</Text>
          </Box>
        </Box>
      </Box>
    </Box>
  );
}

function NoMatch({ app }: { app: App }) {
  const theme = useTheme();
  const { search, queue, status, role, package: name, only } = app.roster.view;
  const filters = [
    queue && `queue ${visible(queue.name)}`,
    status && `status ${capitalized(status)}`,
    role && `role ${visible(role.name)}`,
    name && `package ${capitalized(name)}`,
  ].filter(Boolean);
  const sought = search.trim() === '' ? 'Nobody' : `Nobody matches "${visible(search.trim())}"`;
  const within = filters.length > 0 ? ` with ${filters.join(', ')}` : '';
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text wrap="truncate" {...theme.strong}>
        {sought}
        {within}
        {only ? ' among the selected' : ''}.
      </Text>
      <Box marginTop={1}>
        <Text {...theme.accent}>Esc</Text>
        <Text {...theme.muted}> {clearing(app)}</Text>
      </Box>
    </Box>
  );
}

/** What Esc takes away, and what it takes away after that. */
function clearing(app: App): string {
  const { view } = app.roster;
  if (view.search.trim() === '') return 'clears the filters';
  const isSearching = topLayer(app)?.kind === 'search';
  const again = !isSearching && isFiltered({ ...view, search: '' });
  return `empties the search${again ? ', again the filters' : ''}`;
}
