import type { App } from '../../app/state.ts';
import { also, type Step, step } from '../../app/step.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import { isFormRequest } from '../../roster/screen/form-effects.ts';
import { openForm, withForm, withoutForm } from './open-form.ts';
import { listedAtOnce } from './people/reducer.ts';
import { askForPlan } from './planning.ts';
import type { FormLayer } from './state.ts';

/** Somebody wrote: what an open form shows and would do may be different by now. */
export function refreshForm(app: App, { saving, people }: FormLayer): Step {
  if (saving) return step(app);
  const asked = askForPlan(app);
  if (!people) return asked;
  const limit = Math.max(listedAtOnce, people.candidates.length);
  return also(asked, { type: 'candidates', search: people.field.value, after: null, limit });
}

/** A form that was saved leaves. */
export function formApplied(app: App, { request }: Extract<Outcome, { type: 'applied' }>): Step {
  return step(isFormRequest(request) ? withoutForm(app) : app);
}

/** Somebody was quicker: the plan is made again, and what clashes is asked about. */
export function formStale(app: App, { planned }: Extract<Outcome, { type: 'stale' }>): Step {
  return isFormRequest(planned.request) ? askForPlan(withForm(app, { saving: true })) : step(app);
}

/** It could not be written: the form can be saved again. */
export function formFailed(app: App): Step {
  return step(openForm(app)?.saving ? withForm(app, { saving: false }) : app);
}
