import { replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { Side } from '../../roster/plan/clashes.ts';
import { resolutionsOf } from '../../roster/pull/clash-lines.ts';
import { onClash } from './reducer.ts';
import type { ClashLayer } from './state.ts';

/** Everything is chosen: a form goes on with it, and what clashes with the account is planned and written as any change of users. */
export function decide(app: App, layer: ClashLayer): Step {
  const { against, clashes, chosen } = layer;
  const open = chosen.indexOf(null);
  if (open >= 0)
    return step(
      withToast(replaceTop(app, onClash(layer, open)), 'info', 'Choose theirs or mine on every line first.'),
    );
  if (against.of === 'form') {
    const theirs = clashes.filter((_, index) => chosen[index] === 'theirs');
    return andThen(step(replaceTop(app, null)), { type: 'form-settle', theirs, by: against.by });
  }
  const { users, seenIn } = against;
  const resolutions = resolutionsOf(users, clashes, chosen as Side[]);
  const ids = users.map(({ person_id }) => person_id);
  return step(app, { type: 'plan', request: { kind: 'resolve', ids, resolutions, seenIn } });
}
