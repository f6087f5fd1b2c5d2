import type { CatalogChange } from '../plan/change-set.ts';
import type { Verb } from '../plan/summary.ts';
import { counted, number } from '../text/words.ts';
import { differences } from './catalog-entries.ts';
import { catalogFields } from './catalog-fields.ts';
import { nameOf, nounOf } from './catalog-records.ts';

/** `Rename the queue Chat to Live chat`: what comes or goes says it, or else the first change; the others follow from it. */
export function catalogSummary(catalog: readonly CatalogChange[], verb: Verb): string {
  const change = catalog.find(({ before, after }) => before === null || after === null) ?? catalog[0];
  if (!change) return 'Nothing to change';
  const others = catalog.length - 1;
  const { of, name, before, after } = change;
  const what = `the ${nounOf(of)} ${name}`;
  if (before === null) return `${verb('Add', 'Added')} ${what}`;
  if (after === null) return `${verb('Remove', 'Removed')} ${what}`;
  const changed = verb('Change', 'Changed');
  if (of === 'account') {
    const labels = differences(before, after).map(key => catalogFields[of][key]?.label.toLowerCase() ?? key);
    return `${changed} the account: ${[...labels, ...(others > 0 ? ['licenses'] : [])].join(', ')}`;
  }
  if (of === 'license_pool') {
    if (others > 0) return `${changed} the licenses`;
    return `${changed} the ${name} licenses from ${number(Number(before.total))} to ${number(Number(after.total))}`;
  }
  const renamed = nameOf(of, after);
  return renamed === nameOf(of, before)
    ? `${changed} ${what}`
    : `${verb('Rename', 'Renamed')} ${what} to ${renamed}`;
}

/** `remove the queue Billing`: what an undo does to the catalog; what only follows from it is counted. */
export function takenBackCatalog(catalog: readonly CatalogChange[], verb: Verb): string[] {
  const whole = catalog.filter(({ before, after }) => before === null || after === null);
  const named = (whole.length > 0 ? whole : catalog).slice(0, 2);
  const others = catalog.length - named.length;
  const back = verb('change back', 'changed back');
  return [
    ...named.map(({ of, name, before, after }) => {
      if (of === 'account') return `${back} the account`;
      const what = `the ${nounOf(of)} ${name}`;
      if (before === null) return `${verb('bring back', 'brought back')} ${what}`;
      return after === null ? `${verb('remove', 'removed')} ${what}` : `${back} ${what}`;
    }),
    ...(others > 0 ? [`${back} ${counted(others, 'other thing')}`] : []),
  ];
}
