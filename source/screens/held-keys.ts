import { commandFor } from '../keys/command.ts';
import type { Action, App } from './app.ts';
import { commandTable } from './command-table.ts';
import { heardLayer, isRepeatable } from './dispatch.ts';

/** Two keys as one, where that does the same: a key that moves the cursor by rows or pages, held down. Null where it does not. */
export function mergedKeys(app: App, one: Action, next: Action): Action | null {
  if (one.type !== 'key' || next.type !== 'key' || one.key !== next.key) return null;
  const command = commandFor(commandTable, heardLayer(app), one.key, app);
  const moves = command && isRepeatable(command.run(app));
  return moves ? { ...next, times: (one.times ?? 1) + (next.times ?? 1) } : null;
}
