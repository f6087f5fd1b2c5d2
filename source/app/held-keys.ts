import { commandFor } from '../keys/command.ts';
import { commandTable } from './command-table.ts';
import { heardLayer } from './dispatch.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';

/** Two keys as one, where that does the same: a key that moves the cursor by rows or pages, held down. Null where it does not. */
export function mergedKeys(app: App, one: Action, next: Action): Action | null {
  if (one.type !== 'key' || next.type !== 'key' || one.key !== next.key) return null;
  const command = commandFor(commandTable, heardLayer(app), one.key, app);
  return command?.repeats ? { ...next, times: (one.times ?? 1) + (next.times ?? 1) } : null;
}
