import { useMemo, useSyncExternalStore } from 'react';
import { Screen } from '../../app/screen.tsx';
import type { App } from '../../app/state.ts';
import type { Background, Drawing } from '../../roster/screen/drawing.ts';
import { type Mounted, mount } from '../../terminal/mount.tsx';
import type { Terminal } from '../../terminal/terminal.ts';
import { useKeys } from '../../terminal/use-keys.ts';
import type { Theme } from '../../theme/theme.ts';

/** Draws the screen with Ink from here on, and hands it the keys that wait. */
export function mountScreen(terminal: Terminal, props: RootProps): Mounted {
  return mount(<ScreenRoot {...props} />, terminal);
}

export interface RootProps {
  state(): App;
  subscribe(listener: () => void): () => void;
  onKey(event: { key: string; text: string }): void;
  themeOf(drawing: Drawing, background: Background): Theme;
}

/** The root: the one place where keys come in, and where the state is handed to the drawing. */
export function ScreenRoot({ state, subscribe, onKey, themeOf }: RootProps) {
  const app = useSyncExternalStore(subscribe, state);
  const { drawing, background } = app;
  const theme = useMemo(() => themeOf(drawing, background), [themeOf, drawing, background]);
  useKeys(onKey);
  return <Screen app={app} size={app.size} theme={theme} />;
}
