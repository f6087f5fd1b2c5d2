import type { AppliedChangeSet, Change } from '../roster/change-set.ts';
import { counted, listed } from '../roster/words.ts';

/** What was done, for a toast: with names where they are few, and the key that takes it back. */
export function appliedText(set: AppliedChangeSet): string {
  const who = namesOrCount(set.changes);
  switch (set.kind) {
    case 'remove':
      return `Removed ${who} · u undoes`;
    case 'undo':
      return `${undone(set.changes[0]?.action, who)} · Ctrl+R redoes`;
    case 'redo':
      return `${redone(set.changes[0]?.action)} ${who} again · u undoes`;
    default:
      return `${editText(set.changes, who) ?? set.summary} · u undoes`;
  }
}

function namesOrCount(changes: readonly Change[]): string {
  return changes.length <= 3
    ? listed(changes.map(change => change.user_name))
    : counted(changes.length, 'user');
}

function undone(action: Change['action'] | undefined, who: string): string {
  if (action === 'add') return `Brought back ${who}`;
  if (action === 'remove') return `Took back the adding of ${who}`;
  return `Changed back ${who}`;
}

function redone(action: Change['action'] | undefined): string {
  return { add: 'Added', remove: 'Removed', update: 'Changed' }[action ?? 'update'];
}

function editText(changes: readonly Change[], who: string): string | null {
  const access = changes[0]?.fields.user_access?.after;
  const onlyAccess = changes.every(change => Object.keys(change.fields).join() === 'user_access');
  return access && onlyAccess ? `Made ${who} ${access}` : null;
}
