import type { Operator } from '../../source/roster/access/privileges.ts';
import { catalogEntries } from '../../source/roster/catalog/catalog-entries.ts';
import { isUsedKind } from '../../source/roster/catalog/catalog-users.ts';
import { type CatalogRequest, concernsUsers } from '../../source/roster/catalog/plan-catalog.ts';
import { changeSetLimit } from '../../source/roster/plan/change-set.ts';
import type { Facts } from '../../source/roster/plan/facts.ts';
import { fold } from '../../source/roster/text/fold.ts';
import { readAccount } from '../catalog/account.ts';
import { readCatalog, readOperators } from '../catalog/catalog.ts';
import { usersOf } from '../catalog/catalog-users.ts';
import type { Db } from '../sqlite/dialect.ts';
import { type Asked, readFacts } from './facts.ts';

/** One more than a change set holds: enough to know that it is too many. */
const most = changeSetLimit + 1;

/** What a plan for the catalog needs: the subjects are the users of what is to change. */
export async function readCatalogFacts(db: Db, request: CatalogRequest, operator: Operator): Promise<Facts> {
  return await readFacts(db, await askedBy(db, request), operator);
}

async function askedBy(db: Db, request: CatalogRequest): Promise<Asked> {
  const { of } = request;
  if (request.action !== 'remove' && typeof request.record.user_email === 'string')
    return { emails: [request.record.user_email] };
  if (request.action === 'add' || !concernsUsers(request) || !isUsedKind(of)) return { ids: [] };
  const key = fold(request.name.trim());
  const id = catalogEntries(of, await catalogNow(db)).find(entry => fold(entry.name) === key)?.id;
  return { ids: typeof id === 'number' ? await usersOf(db, of, id, most) : [] };
}

/** The facts about all there is besides users, as it is now. */
export async function catalogNow(db: Db) {
  return {
    account: await readAccount(db),
    pools: [],
    catalog: await readCatalog(db),
    operators: await readOperators(db),
  };
}
