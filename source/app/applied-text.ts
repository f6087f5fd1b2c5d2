import type { AppliedChangeSet, Change, ChangeSet } from '../roster/plan/change-set.ts';
import { namesOf, summaryOf } from '../roster/plan/summary.ts';
import { displayWidth, fit } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';

/** What was done, for a toast: to whom, under which number history has it, and the key that takes it back. */
export function appliedText(set: AppliedChangeSet): string {
  const parts = [
    summaryOf(set, { done: true, whom: users => shortNames(users) }),
    `change ${set.id}`,
    wayBack(set),
  ];
  return parts.join(` ${marks.dot} `);
}

/** The key that takes back what was done: an undo off the stack is redone, all else is undone (domain rule 9). */
export function wayBack({ step }: Pick<ChangeSet, 'step'>): string {
  return step === 'undo' ? 'Ctrl+R redoes' : 'u undoes';
}

/** Cells for the names together: what takes it back has to fit behind them. */
const roomForNames = 60;

function shortNames(users: readonly Change[]): string {
  const most = users.length === 2 ? roomForNames / 2 : roomForNames;
  return namesOf(users, ({ user_name }) => shortened(user_name, most));
}

function shortened(name: string, width: number): string {
  return displayWidth(name) > width ? fit(name, width).trimEnd() : name;
}
