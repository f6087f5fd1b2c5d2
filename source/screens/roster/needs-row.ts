import type { App } from '../../app/state.ts';
import { noLeavers } from '../../roster/licenses/leavers.ts';
import { isFiltered } from '../../roster/screen/view.ts';

/** Why a command on the current user can't be done, or null. */
export function needsRow(app: App): string | null {
  return app.roster.cursor < 0 ? 'No user is shown.' : null;
}

/** As `needsRow`, where the selected users will do as well. */
export function needsRowOrSelection(app: App): string | null {
  return app.roster.selected.size === 0 ? needsRow(app) : null;
}

/** Why nothing of the selected users, or of the current one, can be decided that clashes with the account; null if it can. */
export function needsClash(app: App): string | null {
  const { selected, rows, cursor } = app.roster;
  const current = rows[cursor];
  if (selected.size > 0 || !current || current.pending === 'clash') return needsRowOrSelection(app);
  return `${current.name} was not changed both here and at the account.`;
}

/** Whether that can be seen of them. */
export function isClashShown({ roster: { selected, rows, cursor } }: App): boolean {
  const clashing = rows.filter(({ pending }) => pending === 'clash');
  return clashing.some(row => (selected.size > 0 ? selected.has(row.person_id) : row === rows[cursor]));
}

/** Why nobody can be looked for, or null; what narrows already can be changed in any case. */
export function needsUsers({ roster: { totals, view } }: App): string | null {
  return totals.users === 0 && !isFiltered(view) ? 'There are no users yet.' : null;
}

/** Why there is nothing to undo or to look at in history, or null. */
export function needsChange({ latestSet }: App): string | null {
  return latestSet === 0 ? 'Nothing was changed yet.' : null;
}

/** Why nobody who left can be removed, or null. */
export function needsLeavers({ account }: App): string | null {
  return account.leavers === 0 ? noLeavers : null;
}
