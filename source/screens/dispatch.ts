import { type Command, commandFor } from '../keys/command.ts';
import { type Action, type App, type Step, step, topLayer } from './app.ts';
import { typeInAssign } from './assign/reducer.ts';
import { commandTable } from './command-table.ts';
import { typeInConfirm } from './confirm/reducer.ts';
import { typeInPeople } from './people/reducer.ts';
import { typeInPick } from './pick/reducer.ts';
import { typeInPrompt } from './prompt/reducer.ts';
import { isTooSmall } from './roster/viewport.ts';
import { typeInSearch } from './search/reducer.ts';
import { typeInText } from './text/reducer.ts';
import { withToast } from './toasts.ts';

/** Why a command can't be run now, as a sentence; null if it can. */
export function disabledReason(app: App, command: Command<App, Action>): string | null {
  if (command.changes && !app.viewer.mayEdit)
    return `${app.viewer.operator_name} may look but not change: the role ${app.viewer.role_name} lacks UserManagement:Edit.`;
  return command.disabledReason?.(app) ?? null;
}

/** The layer whose keys are heard. */
export function heardLayer(app: App): string {
  // Nobody acts on what they can't see: in a window that is too small only leaving and the like is left.
  return isTooSmall(app.size) ? 'none' : (topLayer(app)?.kind ?? 'roster');
}

/** Whether an action several times is that action with `times`. */
export function isRepeatable(action: Action): action is Extract<Action, { type: 'move' | 'page' }> {
  return action.type === 'move' || action.type === 'page';
}

/** A key becomes the command of the top layer that has it, and that an action; other keys are typed. */
export function dispatchKey(
  app: App,
  { key, text, times = 1 }: { key: string; text: string; times?: number | undefined },
  reduce: (app: App, action: Action) => Step,
): Step {
  const top = topLayer(app);
  const layer = heardLayer(app);
  const command = commandFor(commandTable, layer, key, app);
  if (command) {
    const reason = disabledReason(app, command);
    if (reason) return step(withToast(app, 'info', reason));
    const action = command.run(app);
    return reduce(app, isRepeatable(action) ? { ...action, times } : action);
  }
  if (layer === 'none') return step(app);
  switch (top?.kind) {
    case 'search':
      return typeInSearch(app, top, key, text);
    case 'pick':
      return typeInPick(app, top, key, text);
    case 'confirm':
      return typeInConfirm(app, top, key);
    case 'prompt':
      return typeInPrompt(app, top, key, text);
    case 'text':
      return typeInText(app, top, key, text);
    case 'assign':
      return typeInAssign(app, top, key, text);
    case 'people':
      return typeInPeople(app, key, text);
    default:
      return step(app);
  }
}
