import { onTop, replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { textField } from '../../keys/text-field.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import type { PageOutcome } from '../../roster/screen/page-effects.ts';
import { counted } from '../../roster/text/words.ts';

type Came<Type> = Extract<PageOutcome, { type: Type }>;

/** What a path goes on with. */
export function completed(app: App, { asked, text, names }: Came<'path-completed'>): Step {
  const layer = onTop(app, 'prompt');
  // Somebody may have typed on.
  if (layer?.field.value !== asked) return step(app);
  const complaint = names.length === 0 ? 'Nothing here begins so.' : null;
  const several = names.length > 1 ? names : [];
  return step(replaceTop(app, { ...layer, field: textField(text), names: several, complaint }));
}

/** The file is there: it is asked whether to overwrite it. */
export function fileExists(app: App): Step {
  const layer = onTop(app, 'prompt');
  return step(layer ? replaceTop(app, { ...layer, exists: true, names: [], busy: false }) : app);
}

/** The file that was named is read, which may have taken a while: it is shown if somebody still waits for it. */
export function fileRead(app: App, { planned }: Extract<Outcome, { type: 'planned' }>): Step {
  const layer = onTop(app, 'prompt');
  if (planned.request.kind !== 'import' || layer?.purpose !== 'import') return step(app);
  if (layer.field.value.trim() !== planned.request.path) return step(app);
  return andThen(step(replaceTop(app, null)), { type: 'import-open', planned });
}

export function exported(app: App, { count, path }: Came<'exported'>): Step {
  const text = `Exported ${counted(count, 'user')} to ${path}`;
  return step(withToast(withoutBusyPrompt(app), 'done', text));
}

export function exportStopped(app: App, { path }: Came<'export-stopped'>): Step {
  return step(withToast(withoutBusyPrompt(app), 'info', `Export stopped; ${path} was not written.`));
}

/** Takes the prompt away once its export goes on by itself, or is over. */
export function withoutBusyPrompt(app: App): App {
  return { ...app, layers: app.layers.filter(layer => layer.kind !== 'prompt' || !layer.busy) };
}
