import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import { withClashesAgain } from './clash/reducer.ts';
import { mergedWith, withoutRefused } from './merge.ts';
import { openForm, withForm } from './open-form.ts';
import { goOnSaving } from './save.ts';
import { withValues } from './values.ts';

/** The plan is there, and with it who changed meanwhile: what does not clash is shown as it is by now. */
export function formPlanned(app: App, outcome: Extract<Outcome, { type: 'form-planned' }>): Step {
  const form = openForm(app);
  if (!form || form.asked !== outcome.number) return step(app);
  const { planned, meanwhile, removed } = outcome;
  const dropped = form.of === 'add' ? withoutRefused(form, planned.leftOut) : null;
  const merged = withValues({ ...mergedWith(form, meanwhile, removed), planned, ...dropped }, true);
  const isNews = dropped !== null || meanwhile.length > merged.meanwhile.length;
  return goOnSaving(withClashesAgain(withForm(app, merged), merged.clashes), isNews ? merged.news : null);
}
