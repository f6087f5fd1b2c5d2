import { subjects } from '../../app/roster.ts';
import { openLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { clashLines } from '../../roster/pull/clash-lines.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import { withClashes, withClashesAgain } from './reducer.ts';
import type { Against, ClashLayer } from './state.ts';

type OfAccount = Extract<Against, { of: 'account' }>;

/** Asks what of the selected users, or of the current one, was changed both here and at the account. */
export function askForClashes(app: App): Step {
  const ids = subjects(app.roster);
  if (typeof ids === 'string') return step(withToast(app, 'error', ids));
  const seenIn = app.roster.selected.size > 0 ? app.roster.view : undefined;
  return step(app, { type: 'clashes', ids, seenIn, opens: true });
}

/** That is there: it is shown, or what is shown already is as it is by now. */
export function clashesRead(app: App, outcome: Extract<Outcome, { type: 'clashes' }>): Step {
  const { users, ids, seenIn, opens } = outcome;
  const against: OfAccount = { of: 'account', users, ids, seenIn };
  const lines = clashLines(users);
  const [clashes, chosen] = [lines.map(({ clash }) => clash), lines.map(({ merged }) => merged)];
  const shown = openLayer(app, 'clash');
  if (shown?.against.of === 'account') {
    const next = withClashesAgain(app, clashes, { against, chosen });
    return step(clashes.length > 0 ? next : withToast(next, 'info', nothing));
  }
  if (!opens) return step(app);
  if (clashes.length === 0) return step(withToast(app, 'info', nothing));
  return step(withClashes(app, against, { people: users, clashes, chosen }));
}

const nothing = 'Nothing is to be decided: what was changed here was not changed at the account, too.';

/** What clashes by now is read anew. */
export function readAgain(app: App, { against }: ClashLayer): Step {
  if (against.of !== 'account') return step(app);
  const { ids, seenIn } = against;
  return step(app, { type: 'clashes', ids, seenIn, opens: false });
}
