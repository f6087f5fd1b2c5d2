import type { Action, App, Step } from '../app.ts';
import { candidatesListed, candidatesNamed, listedAtOnce } from '../people/reducer.ts';
import { openForm, withForm, withoutForm } from './layers.ts';
import { formOpened } from './open.ts';
import { formPlanned } from './planned.ts';
import { askForPlan } from './planning.ts';

/** What came back for forms; null if it is none of theirs. */
export function reduceFormOutcome(app: App, action: Action): Step | null {
  switch (action.type) {
    case 'form-facts':
      return formOpened(app, action);
    case 'form-planned':
      return formPlanned(app, action);
    case 'candidates':
      return candidatesListed(app, action);
    case 'candidates-named':
      return candidatesNamed(app, action);
    default:
      return null;
  }
}

/** Somebody wrote: what an open form shows and would do may be different by now. */
export function formRefresh({ app, effects }: Step): Step {
  const form = openForm(app);
  if (!form || form.saving) return { app, effects };
  const next = askForPlan(app);
  const people = form.people;
  const list = people
    ? [
        {
          type: 'candidates' as const,
          search: people.field.value,
          after: null,
          limit: Math.max(listedAtOnce, people.candidates.length),
        },
      ]
    : [];
  return { app: next.app, effects: [...effects, ...next.effects, ...list] };
}

/** A form that was saved leaves. */
export function formApplied(app: App): App {
  return openForm(app)?.saving ? withoutForm(app) : app;
}

/** Somebody was quicker: the plan is made again, and what clashes is asked about. */
export function formStale(app: App): Step {
  return askForPlan(app);
}

/** It could not be written: the form can be saved again. */
export function formFailed(app: App): App {
  return openForm(app)?.saving ? withForm(app, { saving: false }) : app;
}
