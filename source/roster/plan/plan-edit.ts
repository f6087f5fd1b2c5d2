import type { Template } from '../catalog/catalog.ts';
import type { Spared } from '../screen/form-effects.ts';
import { readEdits } from '../users/edit-settings.ts';
import { fieldChanges } from '../users/field-changes.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import { optingElsewhere } from '../users/opting.ts';
import type { UserSettings } from '../users/user.ts';
import type { Change, FieldChanges, Problem } from './change-set.ts';
import type { Facts } from './facts.ts';
import { unchangedNotice } from './notice.ts';
import type { Draft } from './plan.ts';
import { shownName, type UserSubject, usersAmong } from './subjects.ts';

/** Only what is named changes (domain rule 8); a template's settings come before the edits. */
export interface Editing {
  edits: readonly FieldEdit[];
  template: Template | null;
  /** Edits that are not for everybody: where somebody else's change of the same is to stay. */
  spared?: Spared | undefined;
}

/** Changes settings of users; those who have them already are left out. */
export function planEdit({ edits, template, spared }: Editing, facts: Facts): Draft {
  const { users, problems } = usersAmong(facts);
  const all = [...(template?.edits ?? []), ...edits];
  const read = readEdits(all, facts);
  const changes: Change[] = [];
  const after: { name: string; settings: UserSettings }[] = [];
  for (const subject of users) {
    const left = spared?.get(subject.person.person_id);
    const own = left ? readEdits(without(all, left), facts) : read;
    const edited = own.apply(subject.user.settings);
    const name = shownName(subject);
    const { person_id } = subject.person;
    problems.push(
      ...edited.problems.map(problem => ({ ...problem, person_id, message: `${name}: ${problem.message}` })),
    );
    after.push({ name, settings: edited.after });
    const change = updateOf(subject, edited.after);
    if (change) changes.push(change);
  }
  const unchanged = users.length - changes.length;
  const elsewhere = optingElsewhere(all, after, facts.catalog);
  const refused = [...wrongTemplate(template), ...read.problems, ...problems, ...elsewhere.problems];
  return {
    kind: 'edit',
    changes,
    problems: refused,
    // Of an edit that makes no sense nobody is as asked.
    notices:
      refused.length > 0
        ? []
        : [
            ...elsewhere.notices,
            ...(unchanged > 0 ? [unchangedNotice(unchanged, elsewhere.notices.length > 0)] : []),
          ],
  };
}

/** The edits but for those that say the same as one of `left`. */
export function without(edits: readonly FieldEdit[], left: readonly FieldEdit[]): FieldEdit[] {
  const same = (a: FieldEdit, b: FieldEdit) => a.field === b.field && a.op === b.op && a.text === b.text;
  return edits.filter(edit => !left.some(other => same(edit, other)));
}

/** What changes for a user whose settings become `after`; null if nothing does. */
export function updateOf(subject: UserSubject, after: UserSettings): Change | null {
  const fields = fieldChanges(subject.user.settings, after);
  return Object.keys(fields).length === 0 ? null : changeIn(subject, fields);
}

/** A user's change in these fields. */
export function changeIn({ person, user }: UserSubject, fields: FieldChanges): Change {
  return {
    person_id: person.person_id,
    user_email: person.user_email,
    user_name: shownName({ person, user }),
    action: 'update',
    version: user.version,
    fields,
  };
}

function wrongTemplate(template: Template | null): Problem[] {
  if (!template || template.type === 'update') return [];
  const message = `The template ${template.name} is for adding users, not for changing them.`;
  return [{ code: 'wrong_template_type', column: 'template', value: template.name, message }];
}
