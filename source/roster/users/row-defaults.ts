import type { Problem } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import { type Addition, additionSettings } from '../plan/plan-add.ts';
import type { FieldEdit } from './field-edit.ts';
import { fields } from './fields.ts';

/** What rows get where they leave a field blank. */
export interface RowDefaults {
  edits: readonly FieldEdit[];
  /** Told once, not for each row. */
  problems: Problem[];
  /** A role was asked for, whether or not there is such a role. */
  role: boolean;
}

/** Reads the settings for everybody of a file; those that can't be read are left out and are problems. */
export function readDefaults(addition: Addition | undefined, facts: Facts): RowDefaults {
  if (!addition) return { edits: [], problems: [], role: false };
  const all = [...(addition.template?.edits ?? []), ...addition.edits];
  // Rows can bring a role of their own, so that one is missing shows with them.
  const problems = additionSettings(addition, facts).problems.filter(({ code }) => code !== 'role_missing');
  const wrong = new Set(problems.map(problem => problem.column));
  return {
    edits: all.filter(({ field }) => !wrong.has(fields[field].jsonName)),
    problems,
    role: all.some(({ field, op }) => field === 'role' && op === 'set'),
  };
}

/** A row's edits with the defaults for the fields it says nothing about. */
export function withDefaults(edits: readonly FieldEdit[], defaults: RowDefaults): FieldEdit[] {
  const own = new Set(edits.map(({ field }) => field));
  return [...defaults.edits.filter(({ field }) => !own.has(field)), ...edits];
}
