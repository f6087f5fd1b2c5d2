import type { Effect } from '../roster/screen/effects.ts';
import type { App, Toast } from './state.ts';

/** Milliseconds. */
const toastLife = { done: 8_000, info: 8_000, passing: 2_000 };

/** Shows a toast; it goes with the next key (screens: toasts stay until the next key, 8 s at most). */
export function withToast(app: App, tone: Toast['tone'], text: string): App {
  const id = app.toastsShown + 1;
  return { ...app, toast: { id, tone, text }, toastsShown: id };
}

/** What takes away a toast that was just shown, if nobody presses a key; errors wait for one. */
export function toastEffects(before: App, after: App): Effect[] {
  const { toast } = after;
  if (!toast || toast.id === before.toast?.id || toast.tone === 'error') return [];
  return [{ type: 'expire-toast', id: toast.id, ms: toastLife[toast.tone] }];
}
