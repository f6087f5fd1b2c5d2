import { useMemo, useSyncExternalStore } from 'react';
import type { Look } from '../components/look.ts';
import type { Drawing } from '../roster/drawing.ts';
import type { App } from '../screens/app.ts';
import { Screen } from '../screens/screen.tsx';
import { useKeys } from '../terminal/use-keys.ts';

export interface RootProps {
  state(): App;
  subscribe(listener: () => void): () => void;
  onKey(event: { key: string; text: string }): void;
  lookOf(drawing: Drawing): Look;
}

/** The root: the one place where keys come in, and where the state is handed to the drawing. */
export function ScreenRoot({ state, subscribe, onKey, lookOf }: RootProps) {
  const app = useSyncExternalStore(subscribe, state);
  const { drawing } = app;
  const look = useMemo(() => lookOf(drawing), [lookOf, drawing]);
  useKeys(onKey);
  return <Screen app={app} look={look} />;
}
