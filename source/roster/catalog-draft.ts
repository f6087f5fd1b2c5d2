import type { CatalogChange } from './change-set.ts';
import type { Draft } from './plan.ts';

/** A draft of a change to the catalog, with nothing in it yet. */
export function draftOf(summary: string): Draft & { catalog: CatalogChange[] } {
  return { kind: 'catalog', summary, changes: [], catalog: [], problems: [], notices: [] };
}
