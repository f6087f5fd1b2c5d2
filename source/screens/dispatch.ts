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

/** A key becomes the command of the top layer that has it, and that an action; other keys are typed. */
export function dispatchKey(
  app: App,
  { key, text }: { key: string; text: string },
  reduce: (app: App, action: Action) => Step,
): Step {
  const top = topLayer(app);
  // Nobody acts on what they can't see: in a window that is too small only leaving and the like is left.
  const layer = isTooSmall(app.size) ? 'none' : (top?.kind ?? 'roster');
  const command = commandFor(commandTable, layer, key, app);
  if (command) {
    const reason = disabledReason(app, command);
    return reason ? step(withToast(app, 'info', reason)) : reduce(app, command.run(app));
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
