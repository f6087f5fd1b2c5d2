import type { App } from '../../app/state.ts';
import { also, andThen, type Step, step } from '../../app/step.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import { isFormRequest } from '../../roster/screen/form-effects.ts';
import { mergedWith, withoutRefused } from './merge.ts';
import { openForm, withForm, withoutForm } from './open-form.ts';
import { listedAtOnce } from './people/reducer.ts';
import { askForPlan } from './planning.ts';
import { goOnSaving } from './save.ts';
import type { FormLayer } from './state.ts';
import { withValues } from './values.ts';

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

/** The plan is there, and with it who changed meanwhile: what does not clash is shown as it is by now. */
export function formPlanned(app: App, outcome: Extract<Outcome, { type: 'form-planned' }>): Step {
  const form = openForm(app);
  if (!form || form.asked !== outcome.number) return step(app);
  const { planned, meanwhile, removed } = outcome;
  const dropped = form.of === 'add' ? withoutRefused(form, planned.leftOut) : null;
  const merged = withValues({ ...mergedWith(form, meanwhile, removed), planned, ...dropped }, true);
  const isNews = dropped !== null || meanwhile.length > merged.meanwhile.length;
  const saving = goOnSaving(withForm(app, merged), isNews ? merged.news : null);
  return andThen(saving, { type: 'clash-again', clashes: merged.clashes });
}
