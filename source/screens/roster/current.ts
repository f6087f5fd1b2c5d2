import { subjects } from '../../app/roster.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { RosterAction } from './action.ts';

/** Asks for the plan of what somebody wants; what is done with it is decided when it is there. */
export function request(app: App, of: Extract<RosterAction, { type: 'request' }>['of']): Step {
  if (of === 'undo' || of === 'redo') return step(app, { type: 'plan', request: { kind: of } });
  if (of === 'leavers')
    return step(app, { type: 'plan', request: { kind: 'remove', ids: [], leavers: true } });
  const ids = subjects(app.roster);
  if (typeof ids === 'string') return step(withToast(app, 'error', ids));
  const seenIn = app.roster.selected.size > 0 ? app.roster.view : undefined;
  return step(app, { type: 'plan', request: { kind: of, ids, seenIn } });
}

/** Copies the e-mail of the current user, or the rows of those selected. */
export function copy(app: App): Step {
  const { selected, rows, cursor, view } = app.roster;
  if (selected.size > 0) return step(app, { type: 'copy-rows', ids: selected, view });
  const email = rows[cursor]?.email;
  return email ? step(withToast(app, 'info', `Copied ${email}`), { type: 'copy', text: email }) : step(app);
}
