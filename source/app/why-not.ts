import type { Command } from '../keys/command.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';

/** Why a command can't be run now, as a sentence; null if it can. */
export function disabledReason(app: App, command: Command<App, Action>): string | null {
  if (command.changes && !app.viewer.mayEdit)
    return `${app.viewer.operator_name} may look but not change: the role ${app.viewer.role_name} lacks UserManagement:Edit.`;
  return command.disabledReason?.(app) ?? null;
}

/** Why this operator can't look at history, or null. */
export function whyNotHistory({ viewer }: App): string | null {
  if (viewer.mayReadHistory) return null;
  return `${viewer.operator_name} may not read the history: the role ${viewer.role_name} lacks RptContactCenterOperationLog:Read.`;
}

/** Why no file can be named by who came in over SSH by a key; `instead` is the command that does it on their side. */
export function whyNoFiles({ viewer }: App, instead: string): string | null {
  return viewer.confined ? `Your files are on your side of SSH. There: ssh HOST ${instead}` : null;
}

/** Why who came in over SSH by a key can't suspend the program. */
export function whyNoShell({ viewer }: App): string | null {
  return viewer.confined ? 'There is no shell here to go back to; q leaves.' : null;
}
