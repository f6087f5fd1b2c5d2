import type { AppliedChangeSet, Change, ChangeSet, LicenseUse } from '../source/roster/change-set.ts';
import type { PackageCount } from '../source/roster/facts.ts';
import { licenseArithmetic, licenseProblems } from '../source/roster/licenses.ts';
import { stepOf } from '../source/roster/plan-undo.ts';
import { may } from '../source/roster/privileges.ts';
import { countPackages, poolsOf, readAccount } from './account.ts';
import { recordChangeSet } from './change-sets.ts';
import type { Db } from './dialect.ts';
import { operatorBy, type Proof } from './operators.ts';
import { queueNotices, requeueNotices, withdrawNotices } from './outbox.ts';
import { staleParts } from './stale.ts';
import { trackUse } from './track-use.ts';
import { readStacks } from './undo-stacks.ts';
import { deleteFromCatalog, writeCatalog } from './write-catalog.ts';
import { type OnProgress, writeChanges } from './write-changes.ts';

/** Who applies a change set, from where, and when. */
export interface Authorship {
  operator_id: number;
  operator_name: string;
  via: string;
  /** ISO 8601 UTC. */
  at: string;
  /** By what the operator is known, to be looked at once more; without it they are taken at their word: made-up history. */
  proof?: Proof;
}

export type Applied =
  | { ok: true; applied: AppliedChangeSet }
  /** Somebody changed these people, the licenses or the catalog after the plan was made: nothing was written. */
  | { ok: false; reason: 'stale'; changed: number[] }
  /** The operator, their key, or what they may do is gone since they came in: nothing was written. */
  | { ok: false; reason: 'forbidden' };

/**
 * Writes a change set: the users, the set itself as history, and the notices, in one transaction – all of
 * it or nothing. Only what the plan saw is changed: each user's version and the licenses are checked again
 * under the lock, and so is who writes. Throws BusyError; a set with problems is a mistake of the caller.
 */
export async function applyChangeSet(
  db: Db,
  changeSet: ChangeSet,
  by: Authorship,
  onProgress?: OnProgress,
): Promise<Applied> {
  if (changeSet.problems.length > 0) throw new Error('A change set with problems was applied.');
  return await db.transaction().execute(async trx => {
    if (!(await mayStillChange(trx, by))) return { ok: false as const, reason: 'forbidden' as const };
    const before = await countPackages(trx);
    const licenses = await licensesNow(trx, changeSet, before);
    const changed = await staleParts(trx, changeSet, by);
    if (changed || !licenses) return { ok: false as const, reason: 'stale' as const, changed: changed ?? [] };
    const catalog = await writeCatalog(trx, changeSet.catalog);
    const step = await stepNow(trx, changeSet, by);
    const recorded = { ...changeSet, catalog, licenses, ...step };
    const id = await recordChangeSet(trx, recorded, by);
    const wanted = (action: Change['action']) => changeSet.changes.filter(change => change.action === action);
    await writeChanges(trx, changeSet.changes, { id, by }, onProgress);
    await deleteFromCatalog(trx, catalog);
    await trackUse(trx, { before, account: await readAccount(trx), at: by.at });
    await withdrawNotices(trx, wanted('remove'), by.at);
    // Bringing somebody back is no addition: their e-mail is the one of the first time (domain rule 5).
    if (changeSet.undoes === undefined) await queueNotices(trx, wanted('add'), { id, by });
    else await requeueNotices(trx, wanted('add'), by.at);
    const { operator_name, via, at } = by;
    const users = changeSet.changes.length;
    const applied = { ...recorded, id, at, operator_name, via, users, undone_by: null };
    return { ok: true as const, applied };
  });
}

/** Whoever may change users when they come in may not for ever: a screen stays open for days. */
async function mayStillChange(trx: Db, { operator_id, proof }: Authorship): Promise<boolean> {
  if (!proof) return true;
  const operator = await operatorBy(trx, proof);
  return operator?.operator_id === operator_id && may(operator, 'UserManagement:Edit');
}

/** Whether it moves a set between the stacks as they are under the lock: the operator may be at work elsewhere, too. */
async function stepNow(
  trx: Db,
  { undoes, partial }: ChangeSet,
  { operator_id }: Authorship,
): Promise<Pick<ChangeSet, 'step'>> {
  if (undoes === undefined || partial === 'chosen') return { step: undefined };
  return { step: stepOf(undoes, await readStacks(trx, operator_id)) ?? undefined };
}

/** The arithmetic of the plan on the licenses as they are under the lock; null if there are too few by now. */
async function licensesNow(
  trx: Db,
  { changes, licenses }: ChangeSet,
  packages: readonly PackageCount[],
): Promise<LicenseUse[] | null> {
  const account = await readAccount(trx);
  const pools = await poolsOf(trx, account.license_model, packages);
  const needed = licenseArithmetic(changes, { account, pools, subjects: [] });
  if (licenseProblems(needed, { account }).length > 0) return null;
  return licenses.map(({ package_name, before, after }) => {
    const pool = pools.find(candidate => candidate.package_name === package_name);
    const used = pool?.used ?? 0;
    return { package_name, before: used, after: used + after - before, total: pool?.total ?? 0 };
  });
}
