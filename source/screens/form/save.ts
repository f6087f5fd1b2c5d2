import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { Clash } from '../../roster/plan/clashes.ts';
import { without } from '../../roster/plan/plan-edit.ts';
import { reasonToAsk } from '../../roster/plan/reason-to-ask.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import { listed } from '../../roster/text/words.ts';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import { editsOf, touchedFields } from './edits.ts';
import { adopted } from './merge.ts';
import { openForm, withForm, withoutForm } from './open-form.ts';
import { askForPlan } from './planning.ts';
import { problemText } from './problem-text.ts';
import type { FormLayer } from './state.ts';
import { withValues } from './values.ts';

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
    const stopped = withForm(app, { saving: false });
    return andThen(step(unseen === null ? stopped : withToast(stopped, 'info', unseen)), asking(form));
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
function asking({ clashes, meanwhile, facts }: FormLayer): Action {
  const by = listed([...new Set(meanwhile.flatMap(({ user }) => user?.modified_by ?? []))]);
  const people = facts.subjects.flatMap(({ person, user }) =>
    person ? { person_id: person.person_id, name: shownName({ person, user }) } : [],
  );
  return { type: 'clash-open', by, people, clashes };
}

/** What is to stay theirs for everybody is asked for no more; else only those whom it is about are spared. */
function withoutTheirs(form: FormLayer, theirs: readonly Clash[]): Pick<FormLayer, 'draft' | 'spared'> {
  const users = form.facts.subjects.filter(({ user }) => user !== null).length;
  const draft = { ...form.draft };
  const spared = new Map<number, readonly FieldEdit[]>(form.spared);
  for (const { field, edits, people } of theirs)
    if (people.length === users) draft[field] = without(editsOf({ ...form, draft }, field), edits);
    else for (const id of people) spared.set(id, [...(spared.get(id) ?? []), ...edits]);
  return { draft, spared };
}

/** It is chosen what stays theirs: the form goes on from how things are now, and spares them that. */
export function settle(app: App, { theirs, by }: { theirs: readonly Clash[]; by: string }): Step {
  const form = openForm(app);
  if (!form) return step(app);
  const kept = { ...form, ...withoutTheirs(form, theirs) };
  if (touchedFields(kept).length === 0)
    return step(withToast(withoutForm(app), 'info', `What ${by} made of it stays. Nothing was changed.`));
  const known = adopted({ ...kept, clashes: [], news: null, saving: true }, form.meanwhile);
  return askForPlan(withForm(app, withValues({ ...known, meanwhile: [] }, true)));
}
