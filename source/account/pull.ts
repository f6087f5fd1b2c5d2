import { setTimeout } from 'node:timers/promises';
import { writeFirstUsers } from '../../db/account/first-reading.ts';
import { noteRead, readLink } from '../../db/account/link.ts';
import {
  deleteBases,
  deleteRemoteIds,
  keepBases,
  keepRemoteIds,
  readRemoteIds,
  usersWithoutBase,
} from '../../db/account/remote.ts';
import type { Authorship } from '../../db/authorship.ts';
import { readCatalog } from '../../db/catalog/catalog.ts';
import { usersOf } from '../../db/catalog/catalog-users.ts';
import { applyChangeSet } from '../../db/changes/apply.ts';
import type { RosterDatabase } from '../../db/open.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { setPresence } from '../../db/users/write-users.ts';
import type { CatalogChange, Change, ChangeSet } from '../roster/plan/change-set.ts';
import { summaryOf } from '../roster/plan/summary.ts';
import { goneFromCatalog, pulledCatalog, type RemoteKind } from '../roster/pull/pulled-catalog.ts';
import { AccountError } from './account-error.ts';
import type { AccountClient } from './client.ts';
import { pullPeople } from './pull-people.ts';
import { type Differences, differencesOf, type UserDifference } from './pull-users.ts';
import type { AccountReading } from './read-account.ts';
import { user } from './reads.ts';
import { remoteEntries } from './remote-settings.ts';

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

interface Pulling {
  roster: RosterDatabase;
  client: AccountClient;
  /** Asked before the first reading changes users whom the roster has already. */
  mayChange(users: number): Promise<boolean>;
  /** Asked before users are removed whom the account has no more, if they are many. */
  mayRemove(users: number): Promise<boolean>;
  onWritten(done: number, total: number): void;
}

/** Users that are read and written at once: a transaction is short, so that nobody waits for it. */
const usersAtOnce = 500;
/** More removals than this, or this share of all, are asked about. */
const unaskedRemovals = { users: 100, share: 0.05 };
/** Somebody changed the same users meanwhile: then their difference is worked out anew, a few times. */
const mostTries = 5;

/**
 * Brings a roster to what was read of its account; what was changed here stays, and waits. Null where that was not agreed to:
 * then no user was changed. Throws AccountError and BusyError.
 */
export async function pullAll(reading: AccountReading, pulling: Pulling): Promise<Pulled | null> {
  const { roster, onWritten } = pulling;
  const left_out = await pullPeople(roster, reading);
  const pulled: Pulled = { added: 0, changed: 0, removed: 0, clashes: 0, catalog: 0, left_out };
  pulled.catalog = await pullCatalog(roster, reading);
  const isFirst = (await readLink(roster.read))?.read_at === null;
  const differences = await differencesOf(roster.read, reading);
  const total = reading.users.length;
  if (isFirst && !(await isAgreed(pulling, differences, reading))) return null;
  for (let at = 0; at < total; at += usersAtOnce) {
    const users = reading.users.slice(at, at + usersAtOnce);
    const written = await pullUsers(pulling, differences, users, isFirst);
    pulled.added += written.filter(({ change }) => change?.action === 'add').length;
    pulled.changed += written.filter(({ change }) => change?.action === 'update').length;
    pulled.clashes += written.filter(({ clashes }) => clashes.length > 0).length;
    onWritten(Math.min(at + usersAtOnce, total), total);
  }
  pulled.removed = await removeMissing(pulling, differences);
  pulled.catalog += await removeFromCatalog(roster, reading);
  await roster
    .write()
    .transaction()
    .execute(trx => noteRead(trx, new Date().toISOString()));
  return pulled;
}

/** What the roster has of its own is not overwritten without a word. */
async function isAgreed(
  { roster, mayChange }: Pulling,
  differences: Differences,
  { users }: AccountReading,
): Promise<boolean> {
  if ((await usersWithoutBase(roster.read)).length === 0) return true;
  let others = 0;
  for (let at = 0; at < users.length; at += usersAtOnce) {
    const found = await differences.of(users.slice(at, at + usersAtOnce));
    others += found.filter(({ change, isKnown }) => change?.action === 'update' && !isKnown).length;
  }
  return others === 0 || (await mayChange(others));
}

/** What the account did is written by nobody here. */
function byAccount(): Authorship {
  return { operator_id: 0, operator_name: 'account', via: 'zoom', at: new Date().toISOString() };
}

function pullSet(part: Partial<Pick<ChangeSet, 'changes' | 'catalog'>>): ChangeSet {
  const set = {
    kind: 'pull' as const,
    changes: [],
    catalog: [],
    problems: [],
    licenses: [],
    notices: [],
    ...part,
  };
  return { ...set, summary: summaryOf(set) };
}

async function pullCatalog({ read, write }: RosterDatabase, reading: AccountReading): Promise<number> {
  for (let tries = 1; ; tries++) {
    const { changes, known } = pulledCatalog(
      remoteEntries(reading),
      await readCatalog(read),
      await readRemoteIds(read),
    );
    const keep = (trx: Db, written: readonly CatalogChange[]) =>
      keepRemoteIds(
        trx,
        known.map(({ of, remote_id, id }) => ({
          ...{ of, remote_id },
          id: typeof id === 'number' ? id : written[changes.indexOf(id)]!.id!,
        })),
      );
    if (changes.length === 0) {
      await write()
        .transaction()
        .execute(trx => keep(trx, []));
      return 0;
    }
    const alongside = (trx: Db, { catalog }: { catalog: readonly CatalogChange[] }) => keep(trx, catalog);
    const applied = await applyChangeSet(
      write(),
      pullSet({ catalog: changes }),
      byAccount(),
      undefined,
      alongside,
    );
    if (applied.ok) return changes.length;
    await again(tries);
  }
}

/** Writes what differs of some users, with what the account said of them; tells what that was. */
async function pullUsers(
  { roster }: Pulling,
  differences: Differences,
  users: AccountReading['users'],
  isFirst: boolean,
): Promise<UserDifference[]> {
  for (let tries = 1; ; tries++) {
    const found = await differences.of(users);
    const keep = async (trx: Db) => {
      for (const { person_id, presence } of found) if (presence) await setPresence(trx, person_id, presence);
      await keepBases(
        trx,
        found.flatMap(({ person_id, base }) => (base ? [{ person_id, base }] : [])),
      );
    };
    const changes = found.flatMap(({ change }) => change ?? []);
    const isNew = changes.every(({ action }) => action === 'add');
    if (changes.length > 0 && isFirst && isNew) {
      await writeFirstUsers(roster.write(), changes, byAccount(), keep);
      return found;
    }
    if (changes.length === 0) {
      if (found.some(({ isNews }) => isNews)) await roster.write().transaction().execute(keep);
      return found;
    }
    const applied = await applyChangeSet(roster.write(), pullSet({ changes }), byAccount(), undefined, keep);
    if (applied.ok) return found;
    await again(tries);
  }
}

/** Whom the whole list lacks, and of whom the account says that they are not there. */
async function removeMissing(pulling: Pulling, differences: Differences): Promise<number> {
  const { roster, client, mayRemove } = pulling;
  const missing = await differences.missing();
  const gone: Change[] = [];
  const forgotten: number[] = [];
  for (const { person_id, remote_ids, removal } of missing) {
    if (!(await areGone(client, remote_ids))) continue;
    forgotten.push(person_id);
    if (removal) gone.push(removal);
  }
  const isMany =
    gone.length > unaskedRemovals.users || gone.length > differences.known * unaskedRemovals.share;
  if (gone.length > 0 && isMany && !(await mayRemove(gone.length))) return 0;
  const forget = (trx: Db) => deleteBases(trx, forgotten);
  if (gone.length === 0) {
    if (forgotten.length > 0) await roster.write().transaction().execute(forget);
    return 0;
  }
  const applied = await applyChangeSet(
    roster.write(),
    pullSet({ changes: gone }),
    byAccount(),
    undefined,
    forget,
  );
  // Who was changed meanwhile is looked at by the next pull.
  return applied.ok ? gone.length : 0;
}

/** What users here still have stays: it was given to them here. So do built-in roles and the main region. */
async function removeFromCatalog({ read, write }: RosterDatabase, reading: AccountReading): Promise<number> {
  const catalog = await readCatalog(read);
  const gone: CatalogChange[] = [];
  for (const { of, id, change } of goneFromCatalog(
    remoteEntries(reading),
    catalog,
    await readRemoteIds(read),
  )) {
    const isKept =
      catalog.roles.some(role => of === 'role' && role.id === id && role.built_in) ||
      catalog.regions.some(region => of === 'region' && region.id === id && region.is_main);
    if (!isKept && (await usersOf(read, of, id, 1)).length === 0) gone.push(change);
  }
  if (gone.length === 0) return 0;
  const forget = (trx: Db) =>
    deleteRemoteIds(
      trx,
      gone.map(({ of, id }) => ({ of: of as RemoteKind, id: id! })),
    );
  const applied = await applyChangeSet(write(), pullSet({ catalog: gone }), byAccount(), undefined, forget);
  // What somebody got meanwhile is looked at by the next pull.
  return applied.ok ? gone.length : 0;
}

async function areGone(client: AccountClient, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if (await isThere(client, id)) return false;
  return true;
}

async function isThere(client: AccountClient, id: string): Promise<boolean> {
  try {
    await client.read(user, { id });
    return true;
  } catch (error) {
    if (error instanceof AccountError && error.code === 'not_found') return false;
    throw error;
  }
}

async function again(tries: number): Promise<void> {
  if (tries === mostTries)
    throw new AccountError('refused', 'Others change the same users all the time. Try again later.');
  await setTimeout(50 * tries);
}
