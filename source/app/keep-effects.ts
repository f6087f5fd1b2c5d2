import type { Effect } from '../roster/effects.ts';
import type { KeptForm } from '../roster/kept.ts';
import { screenOf } from './handlers.ts';
import { rememberedScreen } from './remembered.ts';
import type { App } from './state.ts';

/** What has to be kept anew for the next start, where a step changed any of it. */
export function keepEffects(before: App, after: App): Effect[] {
  const was = partsOf(before);
  const is = partsOf(after);
  if (is.length === was.length && is.every((part, at) => part === was[at])) return [];
  const { selected, view } = after.roster;
  const { unsaved } = after;
  const kept = { selected, onlySelected: view.only !== null, form: keptForm(after), unsaved };
  return [{ type: 'keep', kept: { screen: rememberedScreen(after), ...kept } }];
}

/** All that is kept, as it stands in the state: what is the same there is kept already. */
function partsOf(app: App): unknown[] {
  const { selected, view, columns } = app.roster;
  const open = app.layers.flatMap(layer => screenOf(layer).kept?.parts(app, layer) ?? []);
  return [selected, view, columns, app.unsaved, ...open];
}

/** The open form as it is kept; null where nothing would be lost. */
function keptForm(app: App): KeptForm | null {
  const [form] = app.layers.flatMap(layer => screenOf(layer).kept?.form(app, layer) ?? []);
  return form ?? null;
}
