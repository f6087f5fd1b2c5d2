import { userIdKind } from '../../db/account/remote.ts';
import type { RosterDatabase } from '../../db/open.ts';
import { type IncomingPerson, importBatch } from '../../db/people/people.ts';
import { type AccountStatus, accountStatuses, isOneOf } from '../roster/users/vocabulary.ts';
import type { AccountReading } from './read-account.ts';

/** People that are written at once. */
const peopleAtOnce = 500;

/**
 * The people of the account become those of the roster; who has a license is among them, if only by name. Returns the addresses
 * of those who are somebody else here (domain rule 10), and are left out.
 */
export async function pullPeople({ write }: RosterDatabase, reading: AccountReading): Promise<string[]> {
  const people = incomingPeople(reading);
  const moved = new Set<number>();
  const refused: string[] = [];
  let waiting: IncomingPerson[] = [];
  for (let at = 0; at < people.length; at += peopleAtOnce) {
    const batch = [...waiting, ...people.slice(at, at + peopleAtOnce)];
    const last = at + peopleAtOnce >= people.length;
    const done = await write()
      .transaction()
      .execute(trx => importBatch(trx, batch, { moved, last, write: true }));
    waiting = done.waiting;
    refused.push(...done.refused.map(({ person }) => person.user_email));
  }
  return refused;
}

function incomingPeople({ people, users }: AccountReading): IncomingPerson[] {
  const known = new Set(people.map(({ id }) => id));
  return [
    ...people.map(
      ({ id, email, first_name, last_name, display_name, dept, status }): IncomingPerson => ({
        id: { kind: userIdKind, value: id },
        user_email: email,
        first_name: first_name ?? '',
        last_name: last_name ?? '',
        ...(display_name && { display_name }),
        department: dept ?? '',
        account_status: statusOf(status),
      }),
    ),
    ...users
      .filter(({ user_id }) => !known.has(user_id))
      .map(
        ({ user_id, user_email, display_name }): IncomingPerson => ({
          id: { kind: userIdKind, value: user_id },
          user_email,
          ...(display_name && { display_name }),
        }),
      ),
  ];
}

function statusOf(status: string | null | undefined): AccountStatus {
  return isOneOf(accountStatuses, status ?? '') ? (status as AccountStatus) : 'active';
}
