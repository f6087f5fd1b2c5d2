import { type Staging, stagedParts, stagedRows } from '../../../db/account/staging.ts';
import { peopleByRemoteId, userIdKind } from '../../../db/account/user-ids.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import { type IncomingPerson, importBatch } from '../../../db/people/people.ts';
import { type AccountStatus, accountStatuses, isOneOf } from '../../roster/users/vocabulary.ts';
import type { StagedAccount } from '../reads/read-account.ts';
import * as reads from '../reads/reads.ts';

/** People that are written at once. */
const peopleAtOnce = 100;

/**
 * The people of the account become those of the roster; who has a license is among them, if only by name. Returns the addresses
 * of those who are somebody else here (domain rule 10), and are left out.
 */
export async function pullPeople(roster: RosterDatabase, account: StagedAccount): Promise<string[]> {
  const moved = new Set<number>();
  const refused: string[] = [];
  let waiting: IncomingPerson[] = [];
  const write = async (people: readonly IncomingPerson[], last: boolean) => {
    const batch = [...waiting, ...people];
    if (batch.length === 0) return;
    const done = await roster
      .write()
      .transaction()
      .execute(trx => importBatch(trx, batch, { moved, last, write: true }));
    waiting = done.waiting;
    refused.push(...done.refused.map(({ person }) => person.user_email));
  };
  const { staging } = account;
  for await (const part of stagedParts(staging, reads.people.path, peopleAtOnce)) {
    const ids = part.map(({ row_id }) => row_id);
    // Who became inactive between the two readings stands in both.
    const left = await inLists(staging, [reads.inactivePeople], ids);
    await write(
      part.filter(({ row_id }) => !left.has(row_id)).map(({ row }) => personOf(JSON.parse(row))),
      false,
    );
  }
  for await (const part of stagedParts(staging, reads.inactivePeople.path, peopleAtOnce))
    await write(
      part.map(({ row }) => personOf(JSON.parse(row))),
      false,
    );
  for await (const part of stagedParts(staging, reads.users.path, peopleAtOnce)) {
    const ids = part.map(({ row_id }) => row_id);
    const known = await peopleByRemoteId(roster.read, ids);
    const listed = await inLists(staging, [reads.people, reads.inactivePeople], ids);
    const strangers = part.filter(({ row_id }) => !known.has(row_id) && !listed.has(row_id));
    await write(
      strangers.map(({ row }) => personOfUser(JSON.parse(row))),
      false,
    );
  }
  await write([], true);
  return refused;
}

/** Which of these ids stand in one of the lists. */
async function inLists(
  staging: Staging,
  lists: readonly { path: string }[],
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { path } of lists)
    for (const { row_id } of await stagedRows(staging, path, ids)) found.add(row_id);
  return found;
}

function personOf({
  id,
  email,
  first_name,
  last_name,
  display_name,
  dept,
  status,
}: reads.RemotePerson): IncomingPerson {
  return {
    id: { kind: userIdKind, value: id },
    user_email: email,
    first_name: first_name ?? '',
    last_name: last_name ?? '',
    ...(display_name && { display_name }),
    department: dept ?? '',
    account_status: statusOf(status),
  };
}

function personOfUser({ user_id, user_email, display_name }: reads.RemoteUser): IncomingPerson {
  return {
    id: { kind: userIdKind, value: user_id },
    user_email,
    ...(display_name && { display_name }),
  };
}

function statusOf(status: string | null | undefined): AccountStatus {
  return isOneOf(accountStatuses, status ?? '') ? (status as AccountStatus) : 'active';
}
