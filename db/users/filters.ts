import { searchWords } from '../../source/roster/screen/search-terms.ts';
import type { AccountStatus, PackageName, UserAccess } from '../../source/roster/users/vocabulary.ts';
import { type Conditions, noConditions } from '../sqlite/search/conditions.ts';
import { both } from '../sqlite/search/order.ts';

/** One condition of a command on users; lists mean any of them. */
export type Filter =
  | { field: 'search'; text: string }
  | { field: 'status'; access: UserAccess }
  | { field: 'person'; status: AccountStatus }
  | { field: 'package'; name: PackageName }
  | { field: 'role'; ids: readonly number[] }
  | { field: 'queue'; ids: readonly number[] };

/** What users are to be who pass all of the filters. */
export function conditionsOfFilters(filters: readonly Filter[]): Conditions {
  return filters.map(conditionsOfFilter).reduce(both, noConditions);
}

function conditionsOfFilter(filter: Filter): Conditions {
  switch (filter.field) {
    case 'search':
      return { ...noConditions, words: searchWords(filter.text) };
    case 'status':
      return { ...noConditions, access: [filter.access] };
    case 'person':
      return { ...noConditions, person: [filter.status] };
    case 'package':
      return { ...noConditions, packages: [filter.name] };
    case 'role':
      return { ...noConditions, roles: [filter.ids] };
    case 'queue':
      return { ...noConditions, queues: [filter.ids] };
  }
}
