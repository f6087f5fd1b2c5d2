import { catalogAfter } from '../../source/roster/catalog/catalog-after.ts';
import type { CatalogFacts } from '../../source/roster/catalog/catalog-entries.ts';
import { isCatalogStale } from '../../source/roster/catalog/catalog-stale.ts';
import { isUsedKind } from '../../source/roster/catalog/catalog-users.ts';
import { type ChangeSet, isByAccount } from '../../source/roster/plan/change-set.ts';
import { refers, withoutGround } from '../../source/roster/plan/references.ts';
import type { Authorship } from '../authorship.ts';
import { poolsOf } from '../catalog/account.ts';
import { usersOf } from '../catalog/catalog-users.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';

/**
 * What of a change set no longer fits what is in the database: the people concerned, an empty list if it is none of
 * them, null if all is as the plan saw it. To be asked under the lock.
 */
export async function staleParts(
  trx: Db,
  changeSet: ChangeSet,
  now: CatalogFacts,
  by: Authorship,
): Promise<number[] | null> {
  return (await staleChanges(trx, changeSet)) ?? (await staleCatalog(trx, changeSet, now, by));
}

/**
 * The people who are not as the plan saw them: changed, removed, added or, where they are to be added, no
 * longer active in the account. An empty list if only the undone set changed; null if all is well.
 */
async function staleChanges(trx: Db, { kind, changes, undoes }: ChangeSet): Promise<number[] | null> {
  const rows = await trx
    .selectFrom('people')
    .leftJoin('users', 'users.person_id', 'people.person_id')
    .select(['people.person_id', 'people.account_status', 'users.version'])
    .where('people.person_id', 'in', idList(changes.map(change => change.person_id)))
    .execute();
  const now = new Map(rows.map(row => [row.person_id, row]));
  const changed = changes.filter(({ person_id, version, action }) => {
    const person = now.get(person_id);
    const addable = person?.account_status === 'active' || action !== 'add' || isByAccount(kind);
    return !person || person.version !== version || !addable;
  });
  if (changed.length > 0) return changed.map(change => change.person_id);
  return undoes !== undefined && (await isUndone(trx, undoes)) ? [] : null;
}

/**
 * The people who have by now what is to go and whom the plan does not know, or who are to get what is gone; an
 * empty list if the catalog itself is not as the plan saw it, null if all is well.
 */
async function staleCatalog(
  trx: Db,
  { catalog, changes }: ChangeSet,
  facts: CatalogFacts,
  { operator_id, proof }: Authorship,
): Promise<number[] | null> {
  if (catalog.length === 0 && !changes.some(refers)) return null;
  const now = { ...facts, pools: await poolsOf(trx, 'named', []) };
  const self = { operator_id, ...(proof && 'key' in proof && { key: proof.key }) };
  if (isCatalogStale(catalog, now, self)) return [];
  const lost = withoutGround(changes, catalogAfter(now, catalog).catalog);
  if (lost.length > 0) return lost;
  const planned = new Set(changes.map(change => change.person_id));
  for (const { of, id, after } of catalog) {
    if (after !== null || id === null || !isUsedKind(of)) continue;
    const users = await usersOf(trx, of, id, planned.size + 1);
    const others = users.filter(person_id => !planned.has(person_id));
    if (others.length > 0) return others;
  }
  return null;
}

async function isUndone(trx: Db, id: number): Promise<boolean> {
  const set = await trx
    .selectFrom('change_sets')
    .select('undone_by')
    .where('change_set_id', '=', id)
    .executeTakeFirst();
  return set?.undone_by !== null;
}
