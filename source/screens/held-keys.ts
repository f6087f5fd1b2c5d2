import { commandFor } from '../keys/command.ts';
import type { Action, App } from './app.ts';
import { commandTable } from './command-table.ts';
import { heardLayer } from './dispatch.ts';

/** Two keys as one, where that does the same: a key that moves the cursor by rows, held down. Null where it does not. */
export function mergedKeys(app: App, one: Action, next: Action): Action | null {
  if (one.type !== 'key' || next.type !== 'key' || one.key !== next.key) return null;
  const moves = commandFor(commandTable, heardLayer(app), one.key, app)?.run(app).type === 'move';
  return moves ? { ...next, times: (one.times ?? 1) + (next.times ?? 1) } : null;
}
