import type { CatalogChange } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import { counted, number } from '../text/words.ts';
import { recordOf } from './catalog-records.ts';

type LicenseFacts = Pick<Facts, 'account' | 'pools' | 'packages'>;

/**
 * What a changed license model or pool means where more is in use than there are licenses. It is never
 * refused: what was bought is a fact (domain rule 4).
 */
export function excessNotices(changes: readonly CatalogChange[], facts: LicenseFacts): string[] {
  const account = changes.find(change => change.of === 'account')?.after;
  const model = account ? recordOf('account', account).license_model : facts.account.license_model;
  const changesModel = model !== facts.account.license_model;
  return facts.pools.flatMap(({ package_name, total: before }) => {
    const pool = changes.find(({ of, name }) => of === 'license_pool' && name === package_name)?.after;
    if (!pool && !changesModel) return [];
    const total = pool ? recordOf('license_pool', pool).total : before;
    const count = facts.packages.find(candidate => candidate.package_name === package_name);
    const used = (model === 'named' ? count?.users : count?.signed_in) ?? 0;
    if (used <= total) return [];
    const over = `${package_name}: ${number(used)} of ${counted(total, 'license')} in use, ${number(used - total)} too many.`;
    const so =
      model === 'named'
        ? 'Nobody loses theirs, but nobody can be added until there are enough.'
        : 'After 30 minutes what is too much is billed.';
    return [`${over} ${so}`];
  });
}
