import { setImmediate } from 'node:timers/promises';
import type { Change } from '../../source/roster/plan/change-set.ts';
import type { Db } from '../sqlite/dialect.ts';
import { deleteUsers, insertUsers, updateUsers, type Writing } from '../users/write-users.ts';

/** Told, as a change set is written, how many of its users are done. */
export type OnProgress = (done: number, total: number) => void;

const usersAtOnce = 250;
const writers = { remove: deleteUsers, add: insertUsers, update: updateUsers };

/** Writes what changes of each user, removals first; between some hundred users keys and signals have their turn. */
export async function writeChanges(
  trx: Db,
  changes: readonly Change[],
  writing: Writing,
  onProgress?: OnProgress,
): Promise<void> {
  let done = 0;
  for (const action of ['remove', 'add', 'update'] as const) {
    const wanted = changes.filter(change => change.action === action);
    for (let at = 0; at < wanted.length; at += usersAtOnce) {
      const part = wanted.slice(at, at + usersAtOnce);
      await writers[action](trx, part, writing);
      done += part.length;
      onProgress?.(done, changes.length);
      if (done < changes.length) await setImmediate();
    }
  }
}
