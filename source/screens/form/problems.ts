import type { Problem } from '../../roster/plan/change-set.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import type { FormLayer } from './state.ts';

/** All that keeps a form from being saved: what can't be read, and what the plan says. */
export function problemsOf({ problems, planned }: FormLayer): Problem[] {
  return planned ? planned.changeSet.problems : problems;
}

/** What is wrong with one field. */
export function problemOf(form: FormLayer, name: FieldName): Problem | undefined {
  return problemsOf(form).find(problem => problem.column === fields[name].jsonName);
}
