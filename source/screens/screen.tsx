import { Box } from 'ink';
import { Lines, Overlay } from '../components/lines.tsx';
import type { Look } from '../components/look.ts';
import type { App } from './app.ts';
import { screenLines } from './screen-lines.ts';

/** The whole screen. */
export function Screen({ app, look }: { app: App; look: Look }) {
  const { lines, panel } = screenLines(app, look);
  return (
    <Box width={app.size.columns} height={app.size.rows} flexDirection="column" overflow="hidden">
      <Lines lines={lines} />
      {panel ? <Overlay panel={panel} /> : null}
    </Box>
  );
}
