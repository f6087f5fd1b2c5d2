import { readCatalogFacts } from '../../../db/changes/catalog-facts.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { CatalogRequest } from '../../roster/catalog/plan-catalog.ts';
import type { ChangeSet } from '../../roster/plan/change-set.ts';
import { plan } from '../../roster/plan/plan.ts';
import type { Io } from '../shell/io.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { type ChangeOptions, change } from '../users/change.ts';

/** Plans, shows and applies what is asked for of the catalog. Returns the exit code. Throws BusyError and Refusal. */
export async function changeCatalog(
  io: Io,
  request: CatalogRequest,
  options: ChangeOptions,
  confirm?: (set: ChangeSet) => Promise<boolean>,
): Promise<number> {
  return await withRoster(io, options, 'UserManagement:Edit', work =>
    planAndChange(work, request, options, confirm),
  );
}

/** The same on a roster that is open already. */
export async function planAndChange(
  work: Work,
  request: CatalogRequest,
  options: ChangeOptions,
  confirm?: (set: ChangeSet) => Promise<boolean>,
): Promise<number> {
  const planned = async (db: Db) =>
    plan({ kind: 'catalog', request }, await readCatalogFacts(db, request, work.who.operator));
  // What these commands ask they ask by themselves: `confirm` is there only where somebody is to be asked.
  const looking = confirm && { always: true, ask: confirm };
  return await change(work, { plan: planned, ...(looking && { looking }) }, options);
}
