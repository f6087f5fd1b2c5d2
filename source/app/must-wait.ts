import { commandFor } from '../keys/command.ts';
import { commandTable } from './command-table.ts';
import { heardLayer } from './dispatch.ts';
import { screenOf } from './handlers.ts';
import type { Action } from './layers.ts';
import { topLayer } from './stack.ts';
import type { App } from './state.ts';

/**
 * Whether a key has to wait for what is still being read, because it is about what nobody sees yet: the row that the
 * cursor is going to, the rows of a view that was just changed, the people that are just being selected. Others go on,
 * such as the next letter of a search.
 */
export function mustWait(app: App, action: Action): boolean {
  const { asked, gathering } = app.roster;
  const top = topLayer(app);
  const isReading = top !== null && screenOf(top).isReading?.(top) === true;
  if (action.type !== 'key' || (!asked && !gathering && !isReading)) return false;
  const command = commandFor(commandTable, heardLayer(app), action.key, app);
  if (command?.layer === 'everywhere') return false;
  if (isReading && command) return true;
  // Each of several steps begins where the one before it led to.
  if (asked?.why === 'move') return true;
  const needs = command?.needs;
  return (needs !== undefined && asked?.why === 'view') || (needs === 'selection' && gathering);
}
