import type { Template } from '../catalog/catalog.ts';
import { shellWord } from '../text/shell-word.ts';
import { readEdits } from '../users/edit-settings.ts';
import { fieldChanges } from '../users/field-changes.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import { optingElsewhere } from '../users/opting.ts';
import { newSettings, type UserSettings } from '../users/user.ts';
import type { Change, Problem } from './change-set.ts';
import type { Facts, Subject } from './facts.ts';
import { emailsNotice, sendsNotices } from './notice.ts';
import type { Draft } from './plan.ts';
import { shownEmail, shownName, unknownPerson } from './subjects.ts';

/** Settings that everybody added gets; a template supplies what is not set besides it. */
export interface Addition {
  edits: readonly FieldEdit[];
  template: Template | null;
}

/**
 * Gives the subjects a license and a role: existing, active account users without one (domain rule 2). What the vendor
 * takes only once they are users is part of the same change; `stepsOf` tells the two apart (domain rule 3).
 */
export function planAdd(addition: Addition, facts: Facts): Draft {
  const { settings, problems } = additionSettings(addition, facts);
  const changes: Change[] = [];
  const seen = new Set<number>();
  for (const subject of facts.subjects) {
    const { person } = subject;
    const refused = whyNotAddable(subject);
    if (refused) problems.push(refused);
    else if (settings && person && !seen.has(person.person_id)) {
      seen.add(person.person_id);
      changes.push(additionOf(person, settings, facts.catalog));
    }
  }
  return {
    kind: 'add',
    changes,
    problems,
    notices: additionNotices(changes.length, facts),
  };
}

/** The settings of a new user, and what is wrong with what was asked for; null without a role (domain rule 2). */
export function additionSettings(
  { edits, template }: Addition,
  facts: Facts,
): { settings: UserSettings | null; problems: Problem[] } {
  const all = [...(template?.edits ?? []), ...edits];
  const read = readEdits(all, facts);
  const { after, problems } = read.apply(newSettings(nobody));
  const opting = optingElsewhere(all, [{ name: 'Whoever is added', settings: after }], facts.catalog);
  const found = [...wrongTemplate(template), ...read.problems, ...problems, ...opting.problems];
  if (after.role !== nobody) return { settings: after, problems: found };
  const asked = all.some(edit => edit.field === 'role');
  return { settings: null, problems: asked ? found : [...found, roleMissing] };
}

/** Who is added without a region gets the main one (domain rule 3). */
export function additionOf(
  person: NonNullable<Subject['person']>,
  settings: UserSettings,
  { regions }: Pick<Facts['catalog'], 'regions'>,
): Change {
  const main = regions.find(region => region.is_main);
  const region = settings.region ?? (main ? { id: main.id, name: main.name } : null);
  return {
    person_id: person.person_id,
    user_email: person.user_email,
    user_name: shownName({ person, user: null }),
    action: 'add',
    version: null,
    fields: fieldChanges(null, { ...settings, region }),
  };
}

/** How many e-mails go to people who are added or come back. */
export function additionNotices(count: number, { account }: Pick<Facts, 'account'>): string[] {
  return count > 0 && sendsNotices(account) ? [emailsNotice(count)] : [];
}

/** Stands where no role was given. */
const nobody = { id: 0, name: '' };

const roleMissing: Problem = {
  code: 'role_missing',
  column: 'role_name',
  message: 'Everybody who is added needs a role: name one with --role, or use a template that has one.',
};

function wrongTemplate(template: Template | null): Problem[] {
  if (!template || template.type === 'add') return [];
  const message = `The template ${template.name} is for changing users, not for adding them.`;
  return [{ code: 'wrong_template_type', column: 'template', value: template.name, message }];
}

/** Why somebody can't be given a license, or null. */
export function whyNotAddable({ asked, person, user }: Subject): Problem | null {
  if (!person) return unknownPerson(asked);
  if (user)
    return {
      code: 'already_licensed',
      column: 'user_email',
      value: asked,
      person_id: person.person_id,
      message: `${shownEmail(asked)} is a contact center user already; roster edit ${shellWord(shownEmail(asked))} --role ROLE changes them.`,
    };
  if (person.account_status !== 'active')
    return {
      code: `account_${person.account_status}`,
      column: 'user_email',
      value: asked,
      person_id: person.person_id,
      message: `${shownEmail(asked)} is ${person.account_status} in the account; only active account users can be added.`,
    };
  return null;
}
