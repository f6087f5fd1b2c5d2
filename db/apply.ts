import type { AppliedChangeSet, Change, ChangeSet, LicenseUse } from '../source/roster/change-set.ts';
import { licenseArithmetic, licenseProblems } from '../source/roster/licenses.ts';
import { readAccount, readPools } from './account.ts';
import { recordChangeSet } from './change-sets.ts';
import type { Db } from './dialect.ts';
import { idList } from './matching.ts';
import { queueNotices, withdrawNotices } from './outbox.ts';
import { deleteUsers, insertUsers, updateUsers } from './write-users.ts';

/** Who applies a change set, from where, and when. */
export interface Authorship {
  operator_id: number;
  operator_name: string;
  via: string;
  /** ISO 8601 UTC. */
  at: string;
}

export type Applied =
  | { ok: true; applied: AppliedChangeSet }
  /** Somebody changed these people, or the licenses, after the plan was made: nothing was written. */
  | { ok: false; reason: 'stale'; changed: number[] };

/**
 * Writes a change set: the users, the set itself as history, and the notices, in one transaction – all of
 * it or nothing. Only what the plan saw is changed: each user's version and the licenses are checked again
 * under the lock. Throws BusyError; a set with problems is a mistake of the caller.
 */
export async function applyChangeSet(db: Db, changeSet: ChangeSet, by: Authorship): Promise<Applied> {
  if (changeSet.problems.length > 0) throw new Error('A change set with problems was applied.');
  return await db.transaction().execute(async trx => {
    const licenses = await licensesNow(trx, changeSet);
    const changed = await staleChanges(trx, changeSet);
    if (changed || !licenses) return { ok: false as const, reason: 'stale' as const, changed: changed ?? [] };
    const id = await recordChangeSet(trx, { ...changeSet, licenses }, by);
    const wanted = (action: Change['action']) => changeSet.changes.filter(change => change.action === action);
    await deleteUsers(trx, wanted('remove'));
    await insertUsers(trx, wanted('add'), { id, by });
    await updateUsers(trx, wanted('update'), { id, by });
    await withdrawNotices(trx, wanted('remove'));
    // Bringing somebody back is no addition: they were told the first time (domain rule 5).
    if (changeSet.undoes === undefined) await queueNotices(trx, wanted('add'), { id, by });
    const { operator_name, via, at } = by;
    const users = changeSet.changes.length;
    const applied = { ...changeSet, licenses, id, at, operator_name, via, users, undone_by: null };
    return { ok: true as const, applied };
  });
}

/**
 * The people who are not as the plan saw them: changed, removed, added or, where they are to be added, no
 * longer active in the account. An empty list if only the undone set changed; null if all is well.
 */
async function staleChanges(trx: Db, { changes, undoes }: ChangeSet): Promise<number[] | null> {
  const rows = await trx
    .selectFrom('people')
    .leftJoin('users', 'users.person_id', 'people.person_id')
    .select(['people.person_id', 'people.account_status', 'users.version'])
    .where('people.person_id', 'in', idList(changes.map(change => change.person_id)))
    .execute();
  const now = new Map(rows.map(row => [row.person_id, row]));
  const changed = changes.filter(({ person_id, version, action }) => {
    const person = now.get(person_id);
    const addable = person?.account_status === 'active' || action !== 'add' || undoes !== undefined;
    return !person || person.version !== version || !addable;
  });
  if (changed.length > 0) return changed.map(change => change.person_id);
  return undoes !== undefined && (await isUndone(trx, undoes)) ? [] : null;
}

async function isUndone(trx: Db, id: number): Promise<boolean> {
  const set = await trx
    .selectFrom('change_sets')
    .select('undone_by')
    .where('change_set_id', '=', id)
    .executeTakeFirst();
  return set?.undone_by !== null;
}

/** The arithmetic of the plan on the licenses as they are under the lock; null if there are too few by now. */
async function licensesNow(trx: Db, { changes, licenses }: ChangeSet): Promise<LicenseUse[] | null> {
  const account = await readAccount(trx);
  const pools = await readPools(trx, account.license_model);
  const needed = licenseArithmetic(changes, { account, pools, subjects: [] });
  if (licenseProblems(needed, { account }).length > 0) return null;
  return licenses.map(({ package_name, before, after }) => {
    const pool = pools.find(candidate => candidate.package_name === package_name);
    const used = pool?.used ?? 0;
    return { package_name, before: used, after: used + after - before, total: pool?.total ?? 0 };
  });
}
