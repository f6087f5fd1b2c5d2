import type { App } from '../app.ts';

/** Why a command on the current user can't be done, or null. */
export function needsRow(app: App): string | null {
  return app.roster.cursor < 0 ? 'No user is shown.' : null;
}

/** As `needsRow`, where the selected users will do as well. */
export function needsRowOrSelection(app: App): string | null {
  return app.roster.selected.size === 0 ? needsRow(app) : null;
}
