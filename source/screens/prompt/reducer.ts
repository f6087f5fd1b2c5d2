import { textField, typeKey } from '../../keys/text-field.ts';
import { counted } from '../../roster/words.ts';
import { type Action, type App, replaceTop, type Step, step, topLayer } from '../app.ts';
import { withToast } from '../toasts.ts';
import type { PromptLayer } from './layer.ts';

/** What an export is called unless somebody says otherwise. */
const exportName = 'roster-users.csv';

/** What the prompt's keys do; null if the action is none of its. */
export function reducePrompt(app: App, action: Action): Step | null {
  if (action.type === 'prompt-open') return openPrompt(app, action.purpose);
  const layer = topLayer(app);
  if (layer?.kind !== 'prompt') return null;
  switch (action.type) {
    case 'close':
      return layer.busy ? step(app, { type: 'stop-export' }) : step(replaceTop(app, null));
    case 'prompt-complete':
      return step(app, { type: 'complete-path', text: layer.field.value });
    case 'prompt-submit':
      return submit(app, layer, false);
    case 'prompt-overwrite':
      return submit(app, layer, true);
    case 'prompt-keep':
      return step(replaceTop(app, { ...layer, exists: false }));
    default:
      return null;
  }
}

function openPrompt(app: App, purpose: PromptLayer['purpose']): Step {
  if (purpose === 'export' && app.tasks.export)
    return step(withToast(app, 'info', 'An export is being written; Esc stops it.'));
  const field = textField(purpose === 'export' ? exportName : '');
  const names: string[] = [];
  const layer = {
    kind: 'prompt' as const,
    purpose,
    field,
    names,
    exists: false,
    complaint: null,
    busy: false,
  };
  return step({ ...app, layers: [...app.layers, layer] });
}

function submit(app: App, layer: PromptLayer, overwrite: boolean): Step {
  const path = layer.field.value.trim();
  if (path === '') return step(replaceTop(app, { ...layer, complaint: 'Name a file.' }));
  if (layer.purpose === 'import') return step(app, { type: 'plan', wish: { kind: 'import', path } });
  const { view, totals } = app.roster;
  const busy = replaceTop(app, { ...layer, exists: false, busy: true });
  return step(busy, { type: 'export', view, path, overwrite, total: totals.matching });
}

/** Every key that is no command types the path; while it is asked whether to overwrite, none does. */
export function typeInPrompt(app: App, layer: PromptLayer, key: string, text: string): Step {
  const field = layer.exists || layer.busy ? null : typeKey(layer.field, key, text);
  return step(field ? replaceTop(app, { ...layer, field, names: [], complaint: null }) : app);
}

/** What came back for a prompt; null if it is nothing for one. */
export function reducePromptOutcome(app: App, action: Action): Step | null {
  const top = topLayer(app);
  const layer = top?.kind === 'prompt' ? top : null;
  switch (action.type) {
    case 'path-completed': {
      // Somebody may have typed on.
      if (layer?.field.value !== action.asked) return step(app);
      const names = action.names.length > 1 ? action.names : [];
      const complaint = action.names.length === 0 ? 'Nothing here begins so.' : null;
      return step(replaceTop(app, { ...layer, field: textField(action.text), names, complaint }));
    }
    case 'export-exists':
      return step(layer ? replaceTop(app, { ...layer, exists: true, names: [], busy: false }) : app);
    case 'exported': {
      const text = `Exported ${counted(action.count, 'user')} to ${action.path}`;
      return step(withToast(withoutBusyPrompt(app), 'done', text));
    }
    case 'export-stopped':
      return step(
        withToast(withoutBusyPrompt(app), 'info', `Export stopped; ${action.path} was not written.`),
      );
    default:
      return null;
  }
}

/** Takes the prompt away once its export goes on by itself, or is over. */
export function withoutBusyPrompt(app: App): App {
  return { ...app, layers: app.layers.filter(layer => layer.kind !== 'prompt' || !layer.busy) };
}
