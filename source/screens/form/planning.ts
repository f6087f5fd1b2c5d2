import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { formRequest, idsOf } from './edits.ts';
import { openForm, withForm } from './open-form.ts';
import type { FormLayer } from './state.ts';
import { withValues } from './values.ts';

/** Something in the form changed: what it shows and what it would do are made anew. */
export function replanned(app: App, change: Partial<FormLayer>): Step {
  const form = openForm(app);
  if (!form) return step(app);
  const next = withValues({ ...form, ...change });
  return askForPlan(withForm(app, next));
}

/** Asks what the form would do by now; older answers are not waited for any more. */
export function askForPlan(app: App): Step {
  const form = openForm(app);
  if (!form) return step(app);
  const number = form.asked + 1;
  const seen = new Map(idsOf(form).map(id => [id, null as number | null]));
  for (const { person, user } of form.facts.subjects)
    if (person) seen.set(person.person_id, user?.version ?? null);
  const asking = withForm(app, { asked: number });
  const request = formRequest(form);
  // Who of them is not shown counts when it is written.
  const counted = form.saving && request.kind === 'edit' ? { ...request, seenIn: app.roster.view } : request;
  return step(asking, { type: 'form-plan', number, request: counted, seen });
}
