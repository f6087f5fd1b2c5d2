import { commandFor } from '../keys/command.ts';
import { keyLabel } from '../keys/key-labels.ts';
import { marks } from '../theme/marks.ts';
import { commandTable } from './command-table.ts';
import { screenOf } from './handlers.ts';
import type { Action } from './layers.ts';
import { replaceTop, topLayer } from './stack.ts';
import type { App } from './state.ts';
import { andThen, type Step, step } from './step.ts';
import { withToast } from './toasts.ts';
import { isTooSmall } from './viewport.ts';
import { disabledReason } from './why-not.ts';

/** The layer whose keys are heard. */
export function heardLayer(app: App): string {
  // Nobody acts on what they can't see: in a window that is too small only leaving and the like is left.
  return isTooSmall(app.size) ? 'none' : screenOf(topLayer(app)).kind;
}

/** A key becomes the command of the top layer that has it, and that an action; other keys are typed. */
export function dispatchKey(app: App, { key, text, times = 1 }: Extract<Action, { type: 'key' }>): Step {
  const layer = heardLayer(app);
  const command = commandFor(commandTable, layer, key, app);
  if (command) {
    const reason = disabledReason(app, command);
    if (reason) return step(withToast(app, 'info', reason));
    const action = command.run(app);
    return andThen(step(app), { ...action, ...(command.repeats ? { times } : {}) });
  }
  if (layer === 'none') return step(app);
  const top = topLayer(app);
  return (top && screenOf(top).typing?.(app, top, { key, text })) ?? step(withoutEffect(app, layer, key));
}

/** A key of a keyboard; what else comes – a paste, the focus, a click – nobody pressed to get something done. */
const pressed = /^(?:(?:ctrl|alt|shift)\+)*(?:.|[a-z]{2,})$/u;

/** Says of a key that it does nothing, so that nobody waits for it. */
function withoutEffect(app: App, layer: string, key: string): App {
  if (key === 'paste' || !pressed.test(key)) return app;
  const help = commandFor(commandTable, layer, '?', app) ? ` ${marks.dot} ? all keys` : '';
  return withToast(app, 'passing', `${keyLabel(key)} does nothing here${help}`);
}

/** Runs a command by its id, unless it can't be run now. */
export function runCommand(app: App, id: string): Step {
  const command = commandTable.find(candidate => candidate.id === id);
  if (!command) return step(app);
  const reason = disabledReason(app, command);
  if (reason) return step(withToast(app, 'info', reason));
  const recent = [id, ...app.recent.filter(other => other !== id)];
  return andThen(step({ ...app, recent }), command.run(app));
}

/** Esc on a layer leads back to what is below; on a page a write that waits is given up first. */
export function close(app: App): Step {
  const top = topLayer(app);
  const screen = screenOf(top);
  if (!top) return step(app);
  const own = screen.close?.(app, top) ?? null;
  if (own) return own;
  return screen.page && app.waiting ? step(app, { type: 'give-up' }) : step(replaceTop(app, null));
}
