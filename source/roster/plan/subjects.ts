import { shellWord } from '../text/shell-word.ts';
import type { Person, User } from '../users/user.ts';
import type { Problem } from './change-set.ts';
import type { Facts, Subject } from './facts.ts';

/** A subject who is a contact center user. */
export type UserSubject = Subject & { person: Person; user: User };

/** Parts the subjects into contact center users and problems for those who are not; each person counts once. */
export function usersAmong(facts: Facts): { users: UserSubject[]; problems: Problem[] } {
  const users: UserSubject[] = [];
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const subject of facts.subjects) {
    if (isUser(subject)) {
      if (!seen.has(subject.person.person_id)) users.push(subject);
      seen.add(subject.person.person_id);
    } else
      problems.push(
        subject.person ? notLicensed(subject.asked, subject.person) : unknownPerson(subject.asked),
      );
  }
  return { users, problems };
}

function isUser(subject: Subject): subject is UserSubject {
  return subject.person !== null && subject.user !== null;
}

/** The name under which a user is shown. */
export function shownName({ person, user }: { person: Person; user: User | null }): string {
  return user?.settings.display_name || person.display_name || person.user_email;
}

const longestEmail = 254;

/** The e-mail that was asked for as a sentence has it: something else than an e-mail may be megabytes long. */
export function shownEmail(asked: string): string {
  const email = asked.trim();
  return email.length > longestEmail ? `${email.slice(0, longestEmail).toWellFormed()}...` : email;
}

export function unknownPerson(asked: string): Problem {
  return {
    code: 'unknown_person',
    column: 'user_email',
    value: asked,
    message: asked.trim()
      ? `Nobody in the account has the e-mail ${shownEmail(asked)}; roster people list --search NAME looks for them.`
      : "An empty e-mail is nobody's. Name a user by theirs: roster list shows them.",
  };
}

function notLicensed(asked: string, { person_id, account_status }: Person): Problem {
  const email = shownEmail(asked);
  // Whoever is not active can't be added (domain rule 2).
  const next =
    account_status === 'active'
      ? `; roster add ${shellWord(email)} --role ROLE adds them.`
      : ` and can't be one now: they are ${account_status} in the account.`;
  return {
    person_id,
    code: 'not_licensed',
    column: 'user_email',
    value: asked,
    message: `${email} is in the account but no contact center user${next}`,
  };
}
