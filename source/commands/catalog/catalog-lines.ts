import { catalogAction, catalogDifferences } from '../../roster/catalog/catalog-json.ts';
import { nounOf } from '../../roster/catalog/catalog-records.ts';
import type { ChangeSet } from '../../roster/plan/change-set.ts';
import type { Listing } from '../shell/listing.ts';

/** One value of a queue, role, operator … before and after. */
export interface CatalogLine {
  of: string;
  name: string;
  action: string;
  label: string;
  key: string;
  before: string;
  after: string;
}

export const catalogLines: Listing<CatalogLine> = {
  titles: ['What', 'Change', 'Field', 'Before', 'After'],
  row: ({ of, name, action, label, before, after }) => [
    `${of} ${name}`,
    action,
    label,
    before || '–',
    after || '–',
  ],
  columns: ['of', 'name', 'action', 'field', 'before', 'after'],
  cells: ({ of, name, action, key, before, after }) => [of, name, action, key, before, after],
  json: line => line,
};

/** The values that differ, a line each. */
export function* linesOfCatalog({ catalog }: Pick<ChangeSet, 'catalog'>): Generator<CatalogLine> {
  for (const change of catalog)
    for (const difference of catalogDifferences(change))
      yield { of: nounOf(change.of), name: change.name, action: catalogAction(change), ...difference };
}
