import type { Change, Problem } from './change-set.ts';
import type { Facts, Subject } from './facts.ts';
import { fieldChanges } from './fields.ts';
import { findByName } from './find-by-name.ts';
import type { Draft } from './plan.ts';
import { shownName, unknownPerson } from './subjects.ts';
import { newSettings, type UserSettings } from './user.ts';
import { counted } from './words.ts';

/** What may be set together with adding (domain rule 3); the role is required (domain rule 2). */
export type AddSettings = { role: string } & Partial<
  Pick<UserSettings, 'package_name' | 'user_access' | 'country_iso_code'>
>;

/** Gives the subjects a license and a role: existing, active account users without one (domain rule 2). */
export function planAdd({ role: roleName, ...rest }: AddSettings, facts: Facts): Draft {
  // An option that was not given may be there as undefined; the default stands then.
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const changes: Change[] = [];
  const problems: Problem[] = [];
  const role = findByName(facts.roles, roleName, 'role');
  if ('problem' in role) problems.push(role.problem);
  const seen = new Set<number>();
  for (const subject of facts.subjects) {
    const { person } = subject;
    const refused = whyNotAddable(subject);
    if (refused) problems.push(refused);
    else if ('found' in role && person && !seen.has(person.person_id)) {
      seen.add(person.person_id);
      changes.push({
        person_id: person.person_id,
        user_email: person.user_email,
        user_name: shownName({ person, user: null }),
        action: 'add',
        version: null,
        fields: fieldChanges(null, { ...newSettings(role.found), ...given }),
      });
    }
  }
  const notices = changes.length > 0 ? [`${counted(changes.length, 'e-mail')} will be sent.`] : [];
  const as = 'found' in role ? ` as ${role.found.name}` : '';
  return { kind: 'add', summary: `Add ${counted(changes.length, 'user')}${as}`, changes, problems, notices };
}

function whyNotAddable({ asked, person, user }: Subject): Problem | null {
  if (!person) return unknownPerson(asked);
  if (user)
    return {
      code: 'already_licensed',
      column: 'user_email',
      value: asked,
      message: `${asked} is a contact center user already. Change them with: roster edit ${asked} …`,
    };
  if (person.account_status !== 'active')
    return {
      code: `account_${person.account_status}`,
      column: 'user_email',
      value: asked,
      message: `${asked} is ${person.account_status} in the account; only active account users can be added.`,
    };
  return null;
}
