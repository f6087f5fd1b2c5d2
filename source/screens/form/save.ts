import { opened } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { clashKey } from '../../roster/plan/clashes.ts';
import { reasonToAsk } from '../../roster/plan/reason-to-ask.ts';
import { listed } from '../../roster/text/words.ts';
import { touchedFields } from './edits.ts';
import { openForm, withForm } from './open-form.ts';
import { askForPlan } from './planning.ts';
import { problemText } from './problem-text.ts';
import type { ClashLayer } from './state.ts';

/** Saves: what it would do is planned once more, and that is what is written. */
export function save(app: App): Step {
  const form = openForm(app);
  if (!form || form.saving) return step(app);
  if (form.people && form.people.picked.size === 0)
    return step(withToast(app, 'info', 'Nobody is picked yet.'));
  if (form.of === 'edit' && touchedFields(form).length === 0)
    return step(withToast(app, 'info', 'Nothing is changed yet.'));
  return askForPlan(withForm(app, { saving: true }));
}

/**
 * While saving, a plan that is just made is written – unless it can't be, or something has to be asked first.
 * `unseen`: what others did that came with this plan only, as a sentence; it is shown before anything is written.
 */
export function goOnSaving(app: App, unseen: string | null): Step {
  const form = openForm(app);
  if (!form?.saving || !form.planned) return step(app);
  const { planned, clashes } = form;
  const [problem, ...more] = planned.changeSet.problems;
  if (problem) {
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    return stop(app, 'error', `${problemText(problem)}${others}`);
  }
  if (clashes.length > 0) {
    const asking = askWhich(withForm(app, { saving: false }));
    return step(unseen === null ? asking : withToast(asking, 'info', unseen));
  }
  if (planned.changeSet.changes.length === 0)
    return stop(app, 'info', unseen ?? planned.changeSet.notices[0] ?? 'Nothing to change.');
  if (unseen !== null) return stop(app, 'info', `${unseen} Nothing is saved yet: s saves it so.`);
  if (reasonToAsk(planned) !== null)
    return andThen(step(withForm(app, { saving: false })), { type: 'confirm-open', planned });
  return step(app, { type: 'apply', planned });
}

function stop(app: App, tone: 'info' | 'error', text: string): Step {
  return step(withToast(withForm(app, { saving: false }), tone, text));
}

/** Shows what somebody else changed, too, to choose from. */
function askWhich(app: App): App {
  const form = openForm(app);
  if (!form) return app;
  const { clashes, meanwhile } = form;
  const by = listed([...new Set(meanwhile.flatMap(({ user }) => user?.modified_by ?? []))]);
  const [first] = clashes;
  if (!first) return app;
  const chosen = clashes.map(() => null);
  const layer: ClashLayer = { kind: 'clash', clashes, chosen, current: clashKey(first), by };
  return opened(app, layer);
}
