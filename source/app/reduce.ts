import type { Effect } from '../roster/screen/effects.ts';
import { close, dispatchKey, runCommand } from './dispatch.ts';
import { draw } from './drawing.ts';
import { handlerOf, screenOf } from './handlers.ts';
import type { Action } from './layers.ts';
import { hear } from './outcomes.ts';
import type { Way } from './scroll.ts';
import { sessionEffects } from './session-effects.ts';
import { topLayer } from './stack.ts';
import type { App } from './state.ts';
import { chained, type Step, step } from './step.ts';
import { toastEffects, withToast } from './toasts.ts';

/** The whole screen's reducer: pure; what it wants of the outside is in the effects. */
export function reduce(before: App, action: Action): { app: App; effects: Effect[] } {
  const { app, effects } = reduceAll(before, action);
  return { app, effects: [...effects, ...toastEffects(before, app), ...sessionEffects(before, app)] };
}

/** With an action all that it leads to is done. */
function reduceAll(before: App, action: Action): Step {
  const { app, effects, actions } = reduceOne(before, action);
  return actions.reduce((done, next) => chained(done, now => reduceAll(now, next)), step(app, ...effects));
}

function reduceOne(app: App, action: Action): Step {
  switch (action.type) {
    case 'key':
      return dispatchKey({ ...app, now: action.at, toast: null }, action);
    case 'run-command':
      return runCommand(app, action.id);
    case 'close':
      return close(app);
    case 'scroll':
      return scroll(app, action.way);
    case 'copy-text':
      return step(withToast(app, 'info', `Copied ${action.text}`), { type: 'copy', text: action.text });
    case 'draw':
      return draw(app, action.change, action.title);
    case 'background':
      return step({ ...app, background: action.background });
    case 'effect':
      return step(app, action.effect);
    default:
      return handlerOf(action)?.(app, action) ?? hear(app, action);
  }
}

function scroll(app: App, way: Way): Step {
  const top = topLayer(app);
  return (top && screenOf(top).scroll?.(app, top, way)) ?? step(app);
}
