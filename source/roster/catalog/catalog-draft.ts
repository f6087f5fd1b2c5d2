import type { CatalogChange } from '../plan/change-set.ts';
import type { Draft } from '../plan/plan.ts';

/** A draft of a change to the catalog, with nothing in it yet. */
export function emptyDraft(): Draft & { catalog: CatalogChange[] } {
  return { kind: 'catalog', changes: [], catalog: [], problems: [], notices: [] };
}
