import { Lines } from '../components/lines.tsx';
import type { Look } from '../components/look.ts';
import type { App } from './app.ts';
import { screenLines } from './screen-lines.ts';

/** The whole screen. */
export function Screen({ app, look }: { app: App; look: Look }) {
  return <Lines frame={screenLines(app, look)} />;
}
