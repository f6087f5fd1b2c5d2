import { topLayer } from './stack.ts';
import type { App } from './state.ts';
import { withToast } from './toasts.ts';

/** What is said once nothing else is, each of it in its turn. */
export interface Notes {
  mail?: string;
  leavers?: string;
}

/** Shows the next note, unless something else is being said: then it comes after that. */
export function withNote(app: App): App {
  const { mail, ...others } = app.notes;
  if (app.toast) return app;
  if (mail !== undefined) return { ...withToast(app, 'info', mail), notes: others };
  // It names a key of the roster.
  if (others.leavers === undefined || topLayer(app) !== null) return app;
  return { ...withToast(app, 'info', others.leavers), notes: {} };
}
