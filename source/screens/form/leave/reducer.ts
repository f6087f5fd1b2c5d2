import { dropped, isOpening } from '../../../app/opening.ts';
import { replaceTop } from '../../../app/stack.ts';
import type { App } from '../../../app/state.ts';
import { type Step, step } from '../../../app/step.ts';
import { withToast } from '../../../app/toasts.ts';
import { withoutForm } from '../open-form.ts';
import { save } from '../save.ts';
import type { LeaveLayer } from '../state.ts';

export function leaveNow(app: App, layer: LeaveLayer): Step {
  if (isOpening(app, layer)) return dropped(app, layer, 'y');
  return step(withToast(withoutForm(app), 'info', 'Left. Nothing was changed.'));
}

export function saveFirst(app: App, layer: LeaveLayer): Step {
  return isOpening(app, layer) ? dropped(app, layer, 's') : save(replaceTop(app, null));
}
