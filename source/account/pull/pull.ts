import { noteRead, readLink } from '../../../db/account/link.ts';
import { deleteBases, keepBases, usersWithoutBase } from '../../../db/account/remote.ts';
import { addRows, stageInMemory } from '../../../db/account/staging.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { keepWords } from '../../../db/users/account-words.ts';
import { setPresence } from '../../../db/users/write-users.ts';
import type { Change } from '../../roster/plan/change-set.ts';
import { AccountError } from '../client/account-error.ts';
import type { AccountClient } from '../client/client.ts';
import { notReadyReasons, type StagedAccount } from '../reads/read-account.ts';
import * as reads from '../reads/reads.ts';
import { type Differences, differencesOf, type Missing } from './differences.ts';
import { pullCatalog, removeFromCatalog } from './pull-catalog.ts';
import { pullPeople } from './pull-people.ts';
import { firstUsers, type PulledUsers, pulledUsers, untilWritten } from './pulled-sets.ts';
import type { UserDifference } from './user-difference.ts';

/** What a pull brought. */
export interface Pulled {
  added: number;
  changed: number;
  removed: number;
  /** Users whose same fields were changed here and at the account. */
  clashes: number;
  /** Queues, roles, skills and regions. */
  catalog: number;
  /** Addresses of people who are somebody else here, and were left out. */
  left_out: string[];
}

export interface Pulling {
  roster: RosterDatabase;
  client: AccountClient;
  /** Asked before the first reading changes users whom the roster has already. */
  mayChange(users: number): Promise<boolean>;
  /** Asked before users are removed whom the account has no more, if they are many. */
  mayRemove(users: number): Promise<boolean>;
  onWritten(done: number, total: number): void;
}

/** Users that are written at once: a transaction is short, so that nobody waits for it. */
const usersAtOnce = 100;
/** More removals than this, or this share of all, are asked about. */
const unaskedRemovals = { users: 100, share: 0.05 };

/**
 * Brings a roster to what was read of its account; what was changed here stays, and waits. Null where that was not agreed to:
 * then no user was changed. Throws AccountError and BusyError.
 */
export async function pullAll(account: StagedAccount, pulling: Pulling): Promise<Pulled | null> {
  const { roster } = pulling;
  const left_out = await pullPeople(roster, account);
  const pulled: Pulled = { added: 0, changed: 0, removed: 0, clashes: 0, catalog: 0, left_out };
  pulled.catalog = await pullCatalog(roster, account);
  const isFirst = (await readLink(roster.read))?.read_at === null;
  const differences = await differencesOf(roster.read, account);
  if (isFirst && !(await isAgreed(pulling, differences))) return null;
  const ids = (await Array.fromAsync(differences.ids('new'))).flat();
  await writeNews(pulling, differences, { ids, isFirst, pulled });
  pulled.removed = await removeMissing(pulling, await differences.missing(), differences.known);
  pulled.catalog += await removeFromCatalog(roster, account);
  const memberships = account.ring === 'everything';
  const reasons = (await notReadyReasons(account)).map(sub_status_name => ({ sub_status_name }));
  await roster
    .write()
    .transaction()
    .execute(async trx => {
      await keepWords(trx, reasons);
      await noteRead(trx, new Date().toISOString(), { memberships });
    });
  return pulled;
}

/** Brings the roster to what the account says of these users alone. Throws AccountError and BusyError. */
export async function pullSome(ids: readonly string[], pulling: Pulling): Promise<Pulled> {
  const { roster, client } = pulling;
  const staging = await stageInMemory();
  try {
    const rows: { row_id: string; row: string }[] = [];
    const missing: string[] = [];
    for (const id of ids) {
      const found = await readUser(client, id);
      if (found) rows.push({ row_id: id, row: JSON.stringify(found) });
      else missing.push(id);
    }
    await addRows(staging, { list: reads.users.path, of: '' }, rows);
    const account: StagedAccount = { staging, ring: 'some users' };
    const left_out = await pullPeople(roster, account);
    const differences = await differencesOf(roster.read, account);
    const pulled: Pulled = { added: 0, changed: 0, removed: 0, clashes: 0, catalog: 0, left_out };
    await writeNews(pulling, differences, { ids: rows.map(({ row_id }) => row_id), isFirst: false, pulled });
    pulled.removed = await removeMissing(pulling, await differences.missingOf(missing), differences.known);
    return pulled;
  } finally {
    await staging.destroy();
  }
}

/** What the roster has of its own is not overwritten without a word. */
async function isAgreed({ roster, mayChange }: Pulling, differences: Differences): Promise<boolean> {
  if ((await usersWithoutBase(roster.read)).length === 0) return true;
  let others = 0;
  for await (const ids of differences.ids('new')) {
    const found = await differences.of(ids);
    others += found.filter(({ change, isKnown }) => change?.action === 'update' && !isKnown).length;
  }
  return others === 0 || (await mayChange(others));
}

interface News {
  ids: readonly string[];
  /** Nothing was read before. */
  isFirst: boolean;
  /** Counted up. */
  pulled: Pulled;
}

async function writeNews(
  { roster, onWritten }: Pulling,
  differences: Differences,
  { ids, isFirst, pulled }: News,
): Promise<void> {
  const changed = pulledUsers(roster);
  const sets = { added: isFirst ? firstUsers(roster, 'first_set_id') : changed, changed };
  for (let at = 0; at < ids.length; at += usersAtOnce) {
    const part = ids.slice(at, at + usersAtOnce);
    const written = await untilWritten(() => pullUsers(roster, differences, part, sets));
    pulled.added += written.filter(({ change }) => change?.action === 'add').length;
    pulled.changed += written.filter(({ change }) => change?.action === 'update').length;
    pulled.clashes += written.filter(({ clashes }) => clashes.length > 0).length;
    onWritten(Math.min(at + usersAtOnce, ids.length), ids.length);
  }
}

/** Writes what differs of some users, with what the account said of them; null where somebody changed them meanwhile. */
async function pullUsers(
  roster: RosterDatabase,
  differences: Differences,
  ids: readonly string[],
  sets: { added: PulledUsers; changed: PulledUsers },
): Promise<UserDifference[] | null> {
  const found = await differences.of(ids);
  const isAdded = ({ change }: UserDifference) => change?.action === 'add';
  const parts =
    sets.added === sets.changed
      ? [{ of: found, set: sets.changed }]
      : [
          { of: found.filter(isAdded), set: sets.added },
          { of: found.filter(one => !isAdded(one)), set: sets.changed },
        ];
  for (const { of, set } of parts) if (!(await writeUsers(roster, of, set))) return null;
  return found;
}

async function writeUsers(
  { write }: RosterDatabase,
  found: readonly UserDifference[],
  set: PulledUsers,
): Promise<boolean> {
  const keep = async (trx: Db) => {
    for (const { person_id, presence } of found) if (presence) await setPresence(trx, person_id, presence);
    await keepBases(
      trx,
      found.flatMap(({ person_id, base }) => (base ? [{ person_id, ...base }] : [])),
    );
  };
  const changes = found.flatMap(({ change }) => change ?? []);
  if (changes.length === 0) {
    if (found.some(({ base, presence }) => base ?? presence)) await write().transaction().execute(keep);
    return true;
  }
  return await set.write(changes, keep);
}

/** Whom the whole list lacks, and of whom the account says that they are not there. */
async function removeMissing(
  { roster, client, mayRemove }: Pulling,
  missing: readonly Missing[],
  known: number,
): Promise<number> {
  const gone: Change[] = [];
  const forgotten: number[] = [];
  for (const { person_id, remote_ids, removal } of missing) {
    if (!(await areGone(client, remote_ids))) continue;
    if (removal) gone.push(removal);
    else forgotten.push(person_id);
  }
  if (forgotten.length > 0)
    await roster
      .write()
      .transaction()
      .execute(trx => deleteBases(trx, forgotten));
  const isMany = gone.length > unaskedRemovals.users || gone.length > known * unaskedRemovals.share;
  if (gone.length === 0 || (isMany && !(await mayRemove(gone.length)))) return 0;
  const sets = pulledUsers(roster);
  let removed = 0;
  for (let at = 0; at < gone.length; at += usersAtOnce) {
    const part = gone.slice(at, at + usersAtOnce);
    const people = part.map(({ person_id }) => person_id);
    // Who was changed meanwhile is looked at by the next pull.
    if (await sets.write(part, trx => deleteBases(trx, people))) removed += part.length;
  }
  return removed;
}

async function areGone(client: AccountClient, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if (await readUser(client, id)) return false;
  return true;
}

/** Null where the account says that there is none. */
async function readUser(client: AccountClient, id: string): Promise<reads.RemoteUser | null> {
  try {
    return await client.read(reads.user, { id });
  } catch (error) {
    if (error instanceof AccountError && error.code === 'not_found') return null;
    throw error;
  }
}
