import { type Action, type App, replaceTop, type Step, step, topLayer } from '../app.ts';
import { withoutForm } from '../form/layers.ts';
import { save } from '../form/save.ts';
import { withToast } from '../toasts.ts';

/** For this long accepting keys are deaf: nobody has read the question yet. Milliseconds. */
const deafFor = 300;

/** What the answers to "leave without saving?" do; null if the action is none of these. */
export function reduceLeave(app: App, action: Action): Step | null {
  const layer = topLayer(app);
  if (layer?.kind !== 'leave') return null;
  const deaf = app.now - layer.openedAt < deafFor;
  switch (action.type) {
    case 'leave-now':
      return step(deaf ? app : withToast(withoutForm(app), 'info', 'Left. Nothing was changed.'));
    case 'leave-save':
      return deaf ? step(app) : save(replaceTop(app, null));
    default:
      return null;
  }
}
