import { deleteBases, keepSettings, readBases } from '../../../db/account/bases.ts';
import { addRows, stagedRows, stageInMemory } from '../../../db/account/staging.ts';
import { keepUserIds } from '../../../db/account/user-ids.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { readUsers } from '../../../db/users/users.ts';
import { pulledRemoval, type RemoteSettings } from '../../roster/pull/pulled-change.ts';
import { emailKey } from '../../roster/users/email-key.ts';
import type { AccountClient } from '../client/client.ts';
import { differencesOf } from '../pull/differences.ts';
import { pulledUsers, untilWritten } from '../pull/pulled-sets.ts';
import { writeUsers } from '../pull/write-pulled.ts';
import type { StagedAccount } from '../reads/read-account.ts';
import { readUser } from '../reads/read-user.ts';
import * as reads from '../reads/reads.ts';
import { stageList } from '../reads/stage-list.ts';
import { completeAdditions } from './complete-additions.ts';
import { inTransaction, type Pushing } from './pushing.ts';

/** Users as they were read; null: who is no user there. */
export interface ReadUsers {
  account: StagedAccount;
  there: ReadonlyMap<number, reads.RemoteUser | null>;
}

/** Reads users one by one, and runs `work` on that. Throws AccountError. */
export async function withUsersRead<T>(
  { client, naming }: Pushing,
  people: readonly number[],
  work: (read: ReadUsers) => Promise<T>,
): Promise<T> {
  const names = await naming.of({ operation: 'batchDeleteUsers', people });
  const found = await Promise.all(
    people.map(async person_id => {
      const id = names.userId(person_id);
      return id === null ? await userByEmail(client, names.email(person_id)) : await readUser(client, id);
    }),
  );
  const staging = await stageInMemory();
  try {
    const rows = found.flatMap(user => (user ? { row_id: user.user_id, row: JSON.stringify(user) } : []));
    await addRows(staging, { list: reads.users.path, of: '' }, rows);
    const there = new Map(people.map((person_id, index) => [person_id, found[index] ?? null]));
    return await work({ account: { staging, ring: 'some users' }, there });
  } finally {
    await staging.destroy();
  }
}

/** The same for many, who are looked for in the list of all users. */
export async function withUsersListed<T>(
  { client, naming }: Pushing,
  people: readonly number[],
  work: (read: ReadUsers) => Promise<T>,
): Promise<T> {
  const staging = await stageInMemory();
  try {
    await stageList(client, staging, reads.users);
    const names = await naming.of({ operation: 'batchDeleteUsers', people });
    const ids = new Map(people.flatMap(person_id => [[names.userId(person_id) ?? '', person_id]]));
    const there = new Map<number, reads.RemoteUser | null>(people.map(person_id => [person_id, null]));
    for (const { row_id, row } of await stagedRows(staging, reads.users.path, [...ids.keys()]))
      there.set(ids.get(row_id)!, JSON.parse(row) as reads.RemoteUser);
    return await work({ account: { staging, ring: 'users' }, there });
  } finally {
    await staging.destroy();
  }
}

async function userByEmail(client: AccountClient, email: string): Promise<reads.RemoteUser | null> {
  const { rows } = await client.read(reads.users, { query: { search_key: email, page_size: '300' } });
  return rows.find(({ user_email }) => emailKey(user_email) === emailKey(email)) ?? null;
}

interface Keeping {
  /** The set that added some of them: what the account gave them besides belongs to it. */
  change_set_id: number;
  /** What those were given who are not known to be there: the account may have taken it all the same. */
  given?: ReadonlyMap<number, RemoteSettings>;
}

/** Brings the roster to what was read of users; whoever is none there is none here from then on. Throws BusyError. */
export async function keepUsersRead(
  { roster }: Pushing,
  { account, there }: ReadUsers,
  { change_set_id, given }: Keeping,
): Promise<void> {
  const { read } = roster;
  const known = await readBases(read, [...there.keys()]);
  const present = [...there].flatMap(([person_id, user]) => (user ? [{ person_id, user }] : []));
  const assumed = present.flatMap(({ person_id, user }) => {
    const settings = given?.get(person_id);
    return settings && !known.has(person_id) ? [{ person_id, settings, remote_id: user.user_id }] : [];
  });
  await inTransaction(roster, async trx => {
    await keepUserIds(
      trx,
      present.map(({ person_id, user }) => ({ person_id, user_id: user.user_id })),
    );
    await keepSettings(trx, assumed);
  });
  const sets = pulledUsers(roster);
  const gone = [...there].flatMap(([person_id, user]) => (!user && known.has(person_id) ? [person_id] : []));
  await untilWritten(async () => {
    const removals = [...(await readUsers(read, gone)).values()].map(pulledRemoval);
    const forget = (trx: Db) => deleteBases(trx, gone);
    if (removals.length > 0) return (await sets.write(removals, forget)) || null;
    await inTransaction(roster, forget);
    return true;
  });
  const differences = await differencesOf(read, account);
  const ids = present.map(({ user }) => user.user_id);
  for (let at = 0; at < ids.length; at += usersAtOnce)
    await untilWritten(async () => {
      const found = await differences.of(ids.slice(at, at + usersAtOnce));
      const others = await completeAdditions(roster, found, change_set_id);
      return (await writeUsers(roster, others, sets)) || null;
    });
}

/** Users that are written at once: a transaction is short, so that nobody waits for it. */
const usersAtOnce = 100;
