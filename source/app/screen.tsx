import { Box, Text } from 'ink';
import { marks } from '../theme/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { ThemeContext } from '../theme/theme-context.ts';
import { screenOf } from './handlers.ts';
import { Header } from './header.tsx';
import { HintLine } from './hint-line.tsx';
import type { Page } from './layer.ts';
import { topLayer } from './stack.ts';
import type { App, Size } from './state.ts';
import { StatusLine } from './status-line.tsx';
import { isTooSmall, smallest, tableHeight } from './viewport.ts';

/** The whole screen, in `size` cells. The same state draws the same. */
export function Screen({ app, size, theme }: { app: App; size: Size; theme: Theme }) {
  if (isTooSmall(size)) return <TooSmall size={size} />;
  const { columns, rows } = size;
  const top = topLayer(app);
  const { Panel } = screenOf(top);
  const { page, layer } = pageInFront(app);
  const props = { layer, app, width: columns, height: tableHeight(size) + 1 };
  return (
    <ThemeContext value={theme}>
      <Box width={columns} height={rows} flexShrink={0} flexDirection="column" overflow="hidden">
        <ThemeContext value={Panel ? theme.behind : theme}>
          <Header account={app.account} viewer={app.viewer} width={columns} />
          <page.Heading {...props} />
          <Box marginTop={1} flexDirection="column" flexGrow={1} flexBasis={0} overflowY="hidden">
            <page.View {...props} />
          </Box>
        </ThemeContext>
        <StatusLine app={app} place={page.place(props)} width={columns} />
        <HintLine app={app} width={columns} />
        {top && Panel && <Panel layer={top} app={app} size={size} />}
      </Box>
    </ThemeContext>
  );
}

/** The page below any panel; the roster where no other is open. */
function pageInFront(app: App) {
  const layer = app.layers.findLast(each => screenOf(each).page) ?? null;
  return { layer: layer ?? { kind: 'roster' as const }, page: screenOf(layer).page as Page<unknown> };
}

function TooSmall({ size }: { size: Size }) {
  const cells = ({ columns, rows }: Size) => `${columns}${marks.times}${rows}`;
  return (
    <Text wrap="truncate">
      Needs {cells(smallest)}; this is {cells(size)}. Make it larger.
    </Text>
  );
}
