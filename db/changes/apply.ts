import {
  accountPlanProblems,
  type PermissionFacts,
  permissionProblems,
} from '../../source/roster/access/permission.ts';
import { licenseArithmetic, overPool } from '../../source/roster/licenses/licenses.ts';
import {
  type AppliedChangeSet,
  type Change,
  type ChangeSet,
  changesHere,
  isByAccount,
  type LicenseUse,
  type Problem,
} from '../../source/roster/plan/change-set.ts';
import type { Account, PackageCount } from '../../source/roster/plan/facts.ts';
import { sendsNotices } from '../../source/roster/plan/notice.ts';
import { stepOf } from '../../source/roster/undo/plan-undo.ts';
import type { Authorship } from '../authorship.ts';
import { countPackages, poolsOf, readAccount } from '../catalog/account.ts';
import { operatorBy } from '../catalog/operators.ts';
import { deleteFromCatalog, writeCatalog } from '../catalog/write-catalog.ts';
import { continueChangeSet, recordChangeSet } from '../history/change-sets.ts';
import { queueNotices, requeueNotices, withdrawForGood, withdrawNotices } from '../outbox/outbox.ts';
import type { Db } from '../sqlite/dialect.ts';
import { trackUse } from '../users/track-use.ts';
import { catalogNow } from './catalog-facts.ts';
import { staleParts } from './stale.ts';
import { readStacks } from './undo-stacks.ts';
import { type OnProgress, writeChanges } from './write-changes.ts';

export type Applied =
  | { ok: true; applied: AppliedChangeSet }
  /** Somebody changed these people, the licenses or the catalog after the plan was made: nothing was written. */
  | { ok: false; reason: 'stale'; changed: number[] }
  /** The operator, their key, what they may do or the account's plan is gone since they came in: nothing was written. */
  | { ok: false; reason: 'forbidden'; problems: Problem[] };

export interface Applying {
  onProgress?: OnProgress | undefined;
  /** Writes in the same transaction what belongs to a change set; gets it as it was recorded. */
  alongside?: (trx: Db, recorded: Pick<AppliedChangeSet, 'id' | 'catalog'>) => Promise<void>;
  /** The change set in history that these users are more of; its summary becomes the one of this set. */
  continues?: number | null;
  /** History tells how many users it was, not what changed of each: for what nobody decided. */
  countsOnly?: boolean;
}

/**
 * Writes a change set: the users, the set itself as history, and the notices, in one transaction – all of
 * it or nothing. Only what the plan saw is changed: each user's version and the licenses are checked again
 * under the lock, and so is who writes. Throws BusyError; a set with problems is a mistake of the caller.
 */
export async function applyChangeSet(
  db: Db,
  changeSet: ChangeSet,
  by: Authorship,
  { onProgress, alongside, continues = null, countsOnly = false }: Applying = {},
): Promise<Applied> {
  if (changeSet.problems.length > 0) throw new Error('A change set with problems was applied.');
  return await db.transaction().execute(async trx => {
    const now = await catalogNow(trx);
    const problems = await permissionNow(trx, changeSet, now, by);
    if (problems.length > 0) return { ok: false as const, reason: 'forbidden' as const, problems };
    const before = await countPackages(trx);
    const licenses = await licensesNow(trx, changeSet, now.account, before);
    const changed = await staleParts(trx, changeSet, now, by);
    if (changed || !licenses) return { ok: false as const, reason: 'stale' as const, changed: changed ?? [] };
    const catalog = await writeCatalog(trx, changeSet.catalog);
    const step = await stepNow(trx, changeSet, by);
    const recorded = { ...changeSet, catalog, licenses, ...step };
    const id =
      continues === null
        ? await recordChangeSet(trx, recorded, by, { countsOnly })
        : await continueChangeSet(trx, continues, recorded, { countsOnly });
    const wanted = (action: Change['action']) => changeSet.changes.filter(change => change.action === action);
    await writeChanges(trx, changeSet.changes, { id, by }, onProgress);
    await deleteFromCatalog(trx, catalog);
    await trackUse(trx, { before, account: await readAccount(trx), change_set_id: id, at: by.at });
    await withdrawNotices(trx, wanted('remove'), by.at);
    // Bringing somebody back is no addition: their e-mail is the one of the first time (domain rule 5).
    const isReturn = changeSet.undoes !== undefined;
    const isOurs = sendsNotices(now.account);
    if (isReturn) await (isOurs ? requeueNotices : withdrawForGood)(trx, wanted('add'), by.at);
    else if (isOurs && !isByAccount(changeSet.kind)) await queueNotices(trx, wanted('add'), { id, by });
    await alongside?.(trx, { id, catalog });
    const { operator_name, via, at } = by;
    const users = changeSet.changes.length;
    const applied = { ...recorded, id, at, operator_name, via, users, undone_by: null };
    return { ok: true as const, applied };
  });
}

/** Whoever may change something when they come in may not for ever: a screen stays open for days. */
async function permissionNow(
  trx: Db,
  changeSet: ChangeSet,
  now: PermissionFacts,
  { operator_id, operator_name, proof }: Authorship,
): Promise<Problem[]> {
  const unfit = accountPlanProblems(changeSet, now.account);
  if (!proof) return unfit;
  const operator = await operatorBy(trx, proof);
  if (operator?.operator_id === operator_id)
    return [...permissionProblems(changeSet, now, operator), ...unfit];
  const message = `${operator_name} is no operator of this roster any more.`;
  return [{ code: 'not_permitted', value: operator_name, message }];
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
  { kind, changes, resolved, licenses }: ChangeSet,
  account: Account,
  packages: readonly PackageCount[],
): Promise<LicenseUse[] | null> {
  const pools = await poolsOf(trx, account.license_model, packages);
  const needed = licenseArithmetic(changesHere({ changes, resolved }), { account, pools, subjects: [] });
  if (!isByAccount(kind) && overPool(needed, account).length > 0) return null;
  return licenses.map(({ package_name, before, after }) => {
    const pool = pools.find(candidate => candidate.package_name === package_name);
    const used = pool?.used ?? 0;
    return { package_name, before: used, after: used + after - before, total: pool?.total ?? 0 };
  });
}
