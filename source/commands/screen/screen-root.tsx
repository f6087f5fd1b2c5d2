import { useMemo, useSyncExternalStore } from 'react';
import { Screen } from '../../app/screen.tsx';
import type { App } from '../../app/state.ts';
import type { Background, Drawing } from '../../roster/screen/drawing.ts';
import { useKeys } from '../../terminal/use-keys.ts';
import type { Theme } from '../../theme/theme.ts';

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
