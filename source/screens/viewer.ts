import type { Viewer } from '../roster/viewer.ts';
import type { App, Layer } from './app.ts';
import { withToast } from './toasts.ts';

/** Pages that show what only some may read. */
const historyPages: readonly Layer['kind'][] = ['history', 'change-set'];

/** What whoever looks may do by now: others change roles while a screen is open. */
export function withViewer(app: App, viewer: Viewer): App {
  const before = app.viewer;
  const at = viewer.mayReadHistory ? -1 : app.layers.findIndex(layer => historyPages.includes(layer.kind));
  const next = { ...app, viewer, layers: at < 0 ? app.layers : app.layers.slice(0, at) };
  if (viewer.mayEdit === before.mayEdit) return next;
  const { role_name } = viewer;
  return viewer.mayEdit
    ? withToast(next, 'info', `Your role is ${role_name} now: you may change users.`)
    : withToast(next, 'error', `Your role is ${role_name} now: you may look but not change.`);
}
