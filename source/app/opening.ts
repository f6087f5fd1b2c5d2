import type { Effect } from '../roster/screen/effects.ts';
import type { Layer } from './layers.ts';
import { replaceTop } from './stack.ts';
import type { App } from './state.ts';
import { type Step, step } from './step.ts';

/** For this long after a dialog opens accepting keys are dropped: nobody has read it yet. Milliseconds. */
const openingFor = 300;

/** What a dialog knows of its opening. */
export interface Opening {
  /** Milliseconds, as in key actions. */
  openedAt: number;
  /** The accepting key that came too early; null if none did. */
  early: string | null;
}

/** Whether a dialog is just opening. */
export function isOpening(app: App, { openedAt }: Opening): boolean {
  return app.now - openedAt < openingFor;
}

/** Drops an accepting key, and says so until it would be heard. */
export function dropped(app: App, layer: Extract<Layer, Opening>, key: string): Step {
  // A timer may be a millisecond early, and nothing would take the sentence away then.
  const wake: Effect = { type: 'wake', ms: Math.ceil(layer.openedAt + openingFor - app.now) + 1 };
  return step(replaceTop(app, { ...layer, early: key }), wake);
}

/** What the hint line says of a key that came while the dialog was opening; null where there is nothing to say. */
export function openingText(app: App, layer: Layer | null): string | null {
  if (!layer || !('openedAt' in layer)) return null;
  if (layer.early === null || !isOpening(app, layer)) return null;
  return `The dialog is just opening: ${layer.early} did nothing. Press it again.`;
}
