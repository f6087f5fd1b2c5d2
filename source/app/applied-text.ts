import type { AppliedChangeSet, Change, ChangeSet } from '../roster/plan/change-set.ts';
import { namesOf, summaryOf } from '../roster/plan/summary.ts';
import { displayWidth, fit } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';

/**
 * What was done, for a toast: to whom, under which number history has it, and the key that takes it back. Where not all of
 * that fits in one line of a screen of so many `columns`, the number is the first to go.
 */
export function appliedText(set: AppliedChangeSet, columns: number): string {
  const summary = summaryOf(set, { done: true, whom: users => shortNames(users) });
  const text = (parts: string[]) => parts.join(` ${marks.dot} `);
  const whole = text([summary, `change ${set.id}`, wayBack(set)]);
  return displayWidth(whole) <= columns - aroundToast ? whole : text([summary, wayBack(set)]);
}

/** Cells of the margins and of the mark. */
export const aroundToast = 4;

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
