import { readEdits } from '../../roster/users/edit-settings.ts';
import { sameValue } from '../../roster/users/field-values.ts';
import { fieldNames, fields } from '../../roster/users/fields.ts';
import { type FieldName, newSettings, type UserSettings } from '../../roster/users/user.ts';
import { allEdits, editsOf, touchedFields } from './edits.ts';
import type { FieldValue, FormLayer } from './state.ts';

/** Stands where no role is chosen yet. */
const noRole = { id: 0, name: '' };

/** The settings a form begins with: those of each user, or of a license that was just given. */
export function bases({ of, facts }: Pick<FormLayer, 'of' | 'facts'>): UserSettings[] {
  if (of === 'add') return [newSettings(noRole)];
  return facts.subjects.flatMap(({ user }) => user?.settings ?? []);
}

/** The form with what its fields show made anew: both sides, or only what edits make of them. */
export function withValues(form: FormLayer, both = false): FormLayer {
  const settings = bases(form);
  const before = both ? valuesOf(settings, fieldNames) : form.before;
  const read = readEdits(allEdits(form), form.facts);
  const touched = touchedFields(form);
  // A reason goes with its presence.
  const looked = touched.includes('status_name')
    ? [...new Set<FieldName>([...touched, 'sub_status_name'])]
    : touched;
  const changed = valuesOf(
    settings.map(one => read.apply(one).after),
    looked,
  );
  const unread = new Set(read.problems.map(problem => problem.column));
  const after: FormLayer['after'] = {};
  for (const name of looked) {
    const [edit] = editsOf(form, name);
    if (edit && unread.has(fields[name].jsonName))
      after[name] = { varies: false, value: null, typed: edit.text };
    else if (!sameShown(before[name], changed[name]) || hasListEdit(form, name)) after[name] = changed[name]!;
  }
  return { ...form, before: before as FormLayer['before'], after, problems: read.problems };
}

function valuesOf(
  settings: readonly UserSettings[],
  names: readonly FieldName[],
): Partial<Record<FieldName, FieldValue>> {
  const [first] = settings;
  return Object.fromEntries(
    names.map((name): [FieldName, FieldValue] => {
      const value = first?.[name] ?? null;
      const varies = settings.some(one => !sameValue(one[name], value));
      return [name, { varies, value: varies ? null : value }];
    }),
  );
}

function sameShown(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return a?.varies === b?.varies && sameValue(a?.value, b?.value);
}

/** Users who differ in a list still differ after a queue more: it is changed all the same. */
function hasListEdit(form: FormLayer, name: FieldName): boolean {
  return form.before[name]?.varies === true && editsOf(form, name).length > 0;
}
