import type { Marks } from '../components/marks.ts';
import { stepsOf } from '../roster/addition-steps.ts';
import type { AppliedChangeSet, Change, ChangeSet } from '../roster/change-set.ts';
import { fieldNames, fields } from '../roster/fields.ts';
import type { FieldName } from '../roster/user.ts';
import { counted, listed } from '../roster/words.ts';
import { displayWidth, fit } from '../terminal/width.ts';

/** What was done, for a toast: with names where they are few, and the key that takes it back. */
export function appliedText(set: AppliedChangeSet, marks: Marks): string {
  const who = namesOrCount(set.changes, marks);
  const then = (...hints: string[]) => hints.map(hint => ` ${marks.dot} ${hint}`).join('');
  const back = wayBack(set);
  if (set.changes.length === 0) return `${set.summary}${then(back)}`;
  switch (set.kind) {
    case 'remove':
      return `Removed ${who}${then(back)}`;
    case 'undo':
      return `${undone(set.changes[0]?.action, who)}${then(back)}`;
    case 'redo':
      return `${redone(set.changes[0]?.action)} ${who} again${then(back)}`;
    case 'add':
      return `${addedText(set.changes, who)}${then(back)}`;
    case 'edit':
      return `${editText(set.changes, who) ?? changedText(set.changes, who)}${then(back)}`;
    default:
      return `${set.summary}${then(back)}`;
  }
}

/** The key that takes back what was done: an undo off the stack is redone, all else is undone (domain rule 9). */
export function wayBack({ step }: Pick<ChangeSet, 'step'>): string {
  return step === 'undo' ? 'Ctrl+R redoes' : 'u undoes';
}

/** Cells for the names together: what takes it back has to fit behind them. */
const roomForNames = 60;

function namesOrCount(changes: readonly Change[], marks: Marks): string {
  if (changes.length > 3) return counted(changes.length, 'user');
  const most = Math.floor(roomForNames / changes.length);
  return listed(changes.map(({ user_name }) => shortened(user_name, most, marks)));
}

function shortened(name: string, width: number, marks: Marks): string {
  return displayWidth(name) > width ? fit(name, width, marks).trimEnd() : name;
}

function undone(action: Change['action'] | undefined, who: string): string {
  if (action === 'add') return `Brought back ${who}`;
  if (action === 'remove') return `Took back the adding of ${who}`;
  return `Changed back ${who}`;
}

function redone(action: Change['action'] | undefined): string {
  return { add: 'Added', remove: 'Removed', update: 'Changed' }[action ?? 'update'];
}

function addedText(changes: readonly Change[], who: string): string {
  const [first] = changes;
  const role = first?.fields.role?.after?.name;
  const then = first ? stepsOf(first).second.map(labelOf) : [];
  return `Added ${who}${role ? ` as ${role}` : ''}${then.length > 0 ? ` with ${listed(then)}` : ''}`;
}

/** Whom, and which of their settings. */
function changedText(changes: readonly Change[], who: string): string {
  const changed = new Set(changes.flatMap(askedFor));
  const names = fieldNames.filter(name => changed.has(name));
  return `Changed ${who}: ${listed(names.map(labelOf))}`;
}

function labelOf(name: FieldName): string {
  return fields[name].label.toLowerCase();
}

function editText(changes: readonly Change[], who: string): string | null {
  const access = changes[0]?.fields.user_access?.after;
  const onlyAccess = changes.every(change => askedFor(change).join() === 'user_access');
  return access && onlyAccess ? `Made ${who} ${access}` : null;
}

/** The fields of a change but for the presence of who is made inactive, which goes without saying (domain rule 4). */
function askedFor({ fields }: Change): FieldName[] {
  const names = Object.keys(fields) as FieldName[];
  if (fields.user_access?.after !== 'inactive') return names;
  return names.filter(name => name !== 'status_name' && name !== 'sub_status_name');
}
