import { type Action, type App, replaceTop, type Step, step, topLayer } from '../app.ts';
import { withoutForm } from '../form/layers.ts';
import { save } from '../form/save.ts';
import { dropped, isOpening } from '../opening.ts';
import { withToast } from '../toasts.ts';

/** What the answers to "leave without saving?" do; null if the action is none of these. */
export function reduceLeave(app: App, action: Action): Step | null {
  const layer = topLayer(app);
  if (layer?.kind !== 'leave') return null;
  const opening = isOpening(app, layer);
  switch (action.type) {
    case 'leave-now':
      return opening
        ? dropped(app, layer, 'y')
        : step(withToast(withoutForm(app), 'info', 'Left. Nothing was changed.'));
    case 'leave-save':
      return opening ? dropped(app, layer, 's') : save(replaceTop(app, null));
    default:
      return null;
  }
}
