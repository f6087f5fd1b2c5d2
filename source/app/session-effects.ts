import type { Effect } from '../roster/screen/effects.ts';
import type { DraftForm } from '../roster/screen/session-state.ts';
import { screenOf } from './handlers.ts';
import { rememberedScreen } from './remembered.ts';
import type { App } from './state.ts';

/** What has to be stored anew for the next start, where a step changed any of it. */
export function sessionEffects(before: App, after: App): Effect[] {
  const was = partsOf(before);
  const is = partsOf(after);
  if (is.length === was.length && is.every((part, at) => part === was[at])) return [];
  const { selected, view } = after.roster;
  const { unsaved } = after;
  const stored = { selected, onlySelected: view.only !== null, form: draftForm(after), unsaved };
  return [{ type: 'save-session', session: { screen: rememberedScreen(after), ...stored } }];
}

/** All that is stored, as it stands in the state: what is the same there is stored already. */
function partsOf(app: App): unknown[] {
  const { selected, view, columns } = app.roster;
  const open = app.layers.flatMap(layer => screenOf(layer).draft?.parts(app, layer) ?? []);
  return [selected, view, columns, app.unsaved, ...open];
}

/** The open form as it is stored; null where nothing would be lost. */
function draftForm(app: App): DraftForm | null {
  const [form] = app.layers.flatMap(layer => screenOf(layer).draft?.form(app, layer) ?? []);
  return form ?? null;
}
