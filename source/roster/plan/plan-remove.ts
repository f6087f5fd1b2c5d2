import { fieldChanges } from '../users/field-changes.ts';
import type { Change, Problem } from './change-set.ts';
import type { Facts } from './facts.ts';
import { lostThere } from './notice.ts';
import type { Draft } from './plan.ts';
import { shownName, usersAmong } from './subjects.ts';

/** What an undo brings back of it once the account knows of it. */
const notWhole = `Once the account has removed them, an undo adds them there anew, without ${lostThere}.`;

/** Takes license and settings away; the account users stay, and the fields kept here bring all of it back (domain rule 7). */
export function planRemove(facts: Facts): Draft {
  const { users, problems } = usersAmong(facts);
  const changes: Change[] = [];
  for (const subject of users) {
    const { person, user } = subject;
    const refused = notRemovable(facts, person.person_id, shownName(subject));
    if (refused) problems.push(refused);
    else
      changes.push({
        person_id: person.person_id,
        user_email: person.user_email,
        user_name: shownName(subject),
        action: 'remove',
        version: user.version,
        added_at: user.added_at,
        fields: fieldChanges(user.settings, null),
      });
  }
  return {
    kind: 'remove',
    changes,
    problems,
    notices: facts.account.is_connected && changes.length > 0 ? [notWhole] : [],
  };
}

/** Why this operator may not remove a user, or null (domain rule 1). */
export function notRemovable(facts: Facts, person_id: number, name: string): Problem | null {
  const reason = facts.notRemovable.get(person_id);
  if (!reason) return null;
  return { code: 'not_removable', person_id, value: name, message: `${name} can't be removed: ${reason}.` };
}
