import { opened, replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { textField, typeKey } from '../../keys/text-field.ts';
import type { PromptLayer } from './state.ts';

/** What an export is called unless somebody says otherwise. */
const exportName = 'roster-users.csv';

export function openPrompt(app: App, purpose: PromptLayer['purpose']): Step {
  if (purpose === 'export' && app.tasks.export)
    return step(withToast(app, 'info', 'An export is being written; Esc stops it.'));
  const field = textField(purpose === 'export' ? exportName : '');
  const empty = { names: [], exists: false, complaint: null, busy: false };
  return step(opened(app, { kind: 'prompt', purpose, field, ...empty }));
}

/** Esc: while it is exported that is stopped. */
export function leavePrompt(app: App, layer: PromptLayer): Step {
  return layer.busy ? step(app, { type: 'stop-export' }) : step(replaceTop(app, null));
}

/** Goes on with the file that is named. */
export function submit(app: App, layer: PromptLayer, overwrite: boolean): Step {
  const path = layer.field.value.trim();
  if (path === '') return step(replaceTop(app, { ...layer, complaint: 'Name a file.' }));
  if (layer.purpose === 'import') return step(app, { type: 'plan', request: { kind: 'import', path } });
  const { view, totals } = app.roster;
  const busy = replaceTop(app, { ...layer, exists: false, busy: true });
  return step(busy, { type: 'export', view, path, overwrite, total: totals.matching });
}

/** Every key that is no command types the path; while it is asked whether to overwrite, none does. */
export function typeInPrompt(
  app: App,
  layer: PromptLayer,
  { key, text }: { key: string; text: string },
): Step {
  const field = layer.exists || layer.busy ? null : typeKey(layer.field, key, text);
  return step(field ? replaceTop(app, { ...layer, field, names: [], complaint: null }) : app);
}
